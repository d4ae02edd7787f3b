import type { MilestoneKind } from "../clocks/timeline";
import type { PetitionClass } from "../words";
import { type PaperKind, paperForms, paperKinds } from "./forms";

export type PaperLetter = {
  class: PetitionClass | null;
  state: string;
  joined?: boolean | undefined;
  /** Conditions that are not met, as judged. */
  unmet: number;
  /** What is on record of it. */
  milestones: readonly MilestoneKind[];
};

/** What issuing a paper puts on record of its letter: the step it ends. */
export type PaperStep = {
  milestones: readonly MilestoneKind[];
  /** The state the letter comes to; null where it stays. */
  state: "accepted" | "settled" | "not-accepted" | "guided" | null;
};

const nothing: PaperStep = { milestones: [], state: null };

/** In which states a paper says nothing against what is on record. What it corrects or replaces left before: it is not asked. */
const states: Readonly<Record<Exclude<PaperKind, "correction">, readonly string[]>> = {
  acceptance: ["classified", "accepted", "suspended"],
  refusal: ["classified", "not-accepted"],
  guidance: ["classified", "guided"],
  forwarding: ["classified", "forwarded"],
  verification: ["accepted"],
  dialogue: ["accepted"],
  decision: ["accepted", "settled"],
  conclusion: ["accepted", "settled"],
  extension: ["accepted"],
  interim: ["classified", "accepted", "suspended"],
};

/** The step a first paper of its kind ends. */
export function stepOf(kind: PaperKind, letter: PaperLetter): PaperStep {
  const denounces = letter.class === "denunciation";
  switch (kind) {
    case "acceptance": {
      const notified: MilestoneKind[] =
        denounces && !letter.milestones.includes("acceptance-notified") ? ["acceptance-notified"] : [];
      return letter.state === "classified"
        ? { milestones: ["accepted", ...notified], state: "accepted" }
        : { milestones: notified, state: null };
    }
    case "refusal":
      return letter.state === "classified" ? { milestones: [], state: "not-accepted" } : nothing;
    case "guidance":
      return letter.state === "classified" ? { milestones: [], state: "guided" } : nothing;
    case "decision":
      return letter.state === "accepted" ? { milestones: ["decided"], state: "settled" } : nothing;
    case "conclusion":
      return letter.state === "accepted" ? { milestones: ["concluded"], state: "settled" } : nothing;
    case "extension":
      // Of a complaint the longer term follows from the facts on record, not from a count of extensions.
      return denounces ? { milestones: ["extended"], state: null } : nothing;
    case "interim":
      // Told that it needs more time, within the ten days of the reception (Luật Tiếp công dân, art. 28(1)).
      // After that, how it stands: the next term of the kind begins anew.
      return {
        milestones: [letter.milestones.includes("outcome-told") ? "progress-told" : "outcome-told"],
        state: null,
      };
    case "forwarding":
    case "verification":
    case "dialogue":
    case "correction":
      return nothing;
  }
}

/** The first papers a letter can leave with now; a correction is asked for beside the paper it mends. */
export function kindsNow(letter: PaperLetter): PaperKind[] {
  return paperKinds.filter((kind) => {
    if (kind === "correction" || letter.class === null) return false;
    if (!paperForms[kind].classes.includes(letter.class) || !states[kind].includes(letter.state))
      return false;
    // What was judged stands against it; a joined letter is done with the first one.
    if (letter.state === "classified" && kind === "acceptance" && letter.unmet > 0) return false;
    if (letter.state === "classified" && kind === "refusal" && letter.unmet === 0) return false;
    return !(letter.joined && stepOf(kind, letter).state !== null);
  });
}
