import type { Day } from "@/lib/platform/dates/days";
import { countCriteria } from "./select-rule";
import type { Milestone, MilestoneKind, PetitionTimeline } from "./timeline";

type Letter = {
  class: PetitionTimeline["class"];
  state: string;
  receivedOn: Day;
  today: Day;
  milestones: readonly Milestone[];
};

type Problem = { field: "kind" | "on" | "days"; message: string };

const complaint = ["complaint"];
const denunciation = ["denunciation"];
const both = ["complaint", "denunciation"];
const any = ["complaint", "denunciation", "proposal", "feedback", "mixed", "denunciation-information", ""];

/** Of which classes and in which states a milestone is one. The database lets a letter move no other way. */
const sense: Readonly<Record<MilestoneKind, { classes: readonly string[]; states: readonly string[] }>> = {
  facts: { classes: both, states: ["classified", "accepted", "suspended"] },
  accepted: { classes: both, states: ["classified"] },
  "acceptance-notified": { classes: denunciation, states: ["accepted", "suspended", "settled"] },
  dialogue: { classes: complaint, states: ["accepted"] },
  "dialogue-notified": { classes: complaint, states: ["accepted", "settled"] },
  extended: { classes: denunciation, states: ["accepted"] },
  suspended: { classes: both, states: ["accepted"] },
  resumed: { classes: both, states: ["suspended"] },
  terminated: { classes: [], states: [] },
  "suspension-sent": { classes: both, states: ["accepted", "suspended", "settled"] },
  decided: { classes: complaint, states: ["accepted"] },
  "decision-sent": { classes: complaint, states: ["settled"] },
  concluded: { classes: denunciation, states: ["accepted"] },
  published: { classes: denunciation, states: ["settled"] },
  "outcome-told": { classes: any, states: ["received", "classified", "accepted", "suspended", "settled"] },
  "progress-told": { classes: any, states: ["classified", "accepted", "suspended"] },
  "referrer-told": { classes: both, states: ["accepted", "settled"] },
  "refusal-notified": { classes: any, states: ["refused"] },
};

/** The milestones that may be recorded of a letter now. */
export function milestonesFor(letter: Pick<Letter, "class" | "state">): MilestoneKind[] {
  return (Object.keys(sense) as MilestoneKind[]).filter(
    (kind) => sense[kind].classes.includes(letter.class ?? "") && sense[kind].states.includes(letter.state),
  );
}

/** What comes of it for the letter's state; null where it stays. */
export function stateAfter(kind: MilestoneKind): string | null {
  if (kind === "accepted" || kind === "resumed") return "accepted";
  if (kind === "suspended") return "suspended";
  if (kind === "decided" || kind === "concluded") return "settled";
  return null;
}

/** One extension from one criterion on record, two from two (Luật Tố cáo Điều 30; NĐ 31/2019 Điều 3). */
function extensionProblem(letter: Letter): Problem | null {
  const facts = letter.milestones.filter(({ kind }) => kind === "facts").at(-1)?.facts ?? {};
  const allowed = Math.min(countCriteria(facts), 2);
  const had = letter.milestones.filter(({ kind }) => kind === "extended").length;
  return had < allowed ? null : { field: "kind", message: "noGroundToExtend" };
}

/** Why a milestone cannot be so; null where it can. Only a dialogue may lie ahead. */
export function milestoneProblem(
  milestone: { kind: MilestoneKind; on: Day; days: number | null },
  letter: Letter,
): Problem | null {
  if (!milestonesFor(letter).includes(milestone.kind)) return { field: "kind", message: "milestoneNotNow" };
  if (milestone.on < letter.receivedOn) return { field: "on", message: "beforeReceipt" };
  if (milestone.kind !== "dialogue" && milestone.on > letter.today)
    return { field: "on", message: "dayAhead" };
  const accepted = letter.milestones.find(({ kind }) => kind === "accepted");
  if (
    accepted &&
    milestone.on < accepted.on &&
    milestone.kind !== "facts" &&
    milestone.kind !== "outcome-told"
  ) {
    return { field: "on", message: "beforeAcceptance" };
  }
  const suspended = letter.milestones.filter(({ kind }) => kind === "suspended").at(-1);
  if (milestone.kind === "resumed" && suspended && milestone.on < suspended.on) {
    return { field: "on", message: "beforeSuspension" };
  }
  return milestone.kind === "extended" ? extensionProblem(letter) : null;
}
