import { describe, expect, it } from "vitest";
import { computeClock } from "@/lib/petitions/clocks/compute-clock";
import { defaultLaw } from "@/lib/petitions/clocks/default-law";
import { clocksOf, type PetitionTimeline } from "@/lib/petitions/clocks/timeline";
import type { ClockLaw } from "@/lib/petitions/clocks/types";

const letter: PetitionTimeline = {
  kind: "letter",
  class: "complaint",
  channel: "post",
  forwarderKind: null,
  receivedOn: "2026-07-01",
  competent: null,
  outcome: null,
  milestones: [],
};

/** Every clock as "step from day: due, met or ended", but for those of the next reply, which no law limits. */
function said(change: Partial<PetitionTimeline>): string[] {
  return inWords(change, defaultLaw).filter((words) => !words.startsWith("interim-reply"));
}

function inWords(change: Partial<PetitionTimeline>, law: ClockLaw): string[] {
  return clocksOf({ ...letter, ...change }).map(({ step, startedOn, facts, metOn, endedOn }) => {
    const result = computeClock({ step, startedOn, facts }, law);
    const due = result.status === "due" ? result.dueOn : result.status;
    const end = metOn ? `, met ${metOn}` : endedOn ? `, ended ${endedOn}` : "";
    return `${step} from ${startedOn}: ${due}${end}`;
  });
}

describe("a complaint", () => {
  it("is to be accepted, then settled, then its decision sent", () => {
    expect(said({})).toEqual(["complaint-accept from 2026-07-01: 2026-07-10"]);
    expect(said({ milestones: [{ kind: "accepted", on: "2026-07-06" }] })).toEqual([
      "complaint-accept from 2026-07-01: 2026-07-10, met 2026-07-06",
      "complaint-settle from 2026-07-06: 2026-08-05",
    ]);
    const decided = [
      { kind: "accepted", on: "2026-07-06" },
      { kind: "decided", on: "2026-08-03" },
    ] as const;
    expect(said({ milestones: decided })).toEqual([
      "complaint-accept from 2026-07-01: 2026-07-10, met 2026-07-06",
      "complaint-settle from 2026-07-06: 2026-08-05, met 2026-08-03",
      "complaint-send-decision from 2026-08-03: 2026-08-06",
    ]);
  });

  it("given over, was done by nobody there", () => {
    const outcome = { kind: "forwarded", on: "2026-07-03" };
    expect(said({ channel: "desk", outcome })).toEqual([
      "complaint-accept from 2026-07-01: 2026-07-10, ended 2026-07-03",
      "reception-outcome from 2026-07-01: 2026-07-15, ended 2026-07-03",
    ]);
    expect(said({ channel: "voters-meeting", class: "proposal", outcome })).toEqual([
      expect.stringMatching(/^voters-petition-answer .*, ended 2026-07-03$/),
    ]);
    // Guided, it is done.
    expect(said({ outcome: { kind: "guided", on: "2026-07-03" } })).toEqual([
      "complaint-accept from 2026-07-01: 2026-07-10, met 2026-07-03",
    ]);
  });

  it("follows the latest facts, and stands still while it is suspended", () => {
    const milestones = [
      { kind: "accepted", on: "2026-07-06" },
      { kind: "facts", on: "2026-07-08", facts: { remote: true } },
      { kind: "facts", on: "2026-07-20", facts: { criteria: ["foreign"] } },
      { kind: "suspended", on: "2026-07-16" },
    ] as const;
    expect(said({ milestones })).toContain("complaint-settle from 2026-07-06: stopped");
    expect(said({ milestones: [...milestones, { kind: "resumed", on: "2026-07-20" }] })).toEqual([
      "complaint-accept from 2026-07-01: 2026-07-10, met 2026-07-06",
      // 60 days and four that were not counted.
      "complaint-settle from 2026-07-06: 2026-09-08",
      "complaint-send-suspension from 2026-07-16: 2026-07-21",
      "complaint-send-suspension from 2026-07-20: 2026-07-23",
    ]);
  });

  it("about discipline has limits of its own", () => {
    const facts = [{ kind: "facts", on: "2026-07-01", facts: { discipline: true, remote: true } }] as const;
    expect(said({ milestones: [...facts, { kind: "accepted", on: "2026-07-06" }] })).toEqual([
      "discipline-accept from 2026-07-01: 2026-07-10, met 2026-07-06",
      "discipline-settle from 2026-07-06: 2026-08-05",
    ]);
  });

  it("withdrawn or terminated owes nothing more", () => {
    expect(said({ outcome: { kind: "withdrawn", on: "2026-07-07" } })).toEqual([
      "complaint-accept from 2026-07-01: 2026-07-10, ended 2026-07-07",
    ]);
  });

  it("that was forwarded to us owes the referrer the result", () => {
    const milestones = [
      { kind: "accepted", on: "2026-07-06" },
      { kind: "decided", on: "2026-07-06" },
    ] as const;
    expect(said({ forwarderKind: "na-deputy", milestones })).toContain(
      "referral-tell-referrer from 2026-07-06: 2026-07-15",
    );
  });

  it("has a dialogue to be announced", () => {
    expect(said({ milestones: [{ kind: "dialogue", on: "2026-08-10" }] })).toContain(
      "complaint-dialogue-notice from 2026-08-10: 2026-08-05",
    );
  });
});

describe("a denunciation", () => {
  const denunciation = { class: "denunciation" } as const;

  it("is checked within seven days, or forwarded within five", () => {
    expect(said(denunciation)).toEqual(["denunciation-register from 2026-07-01: 2026-07-10"]);
    expect(said({ ...denunciation, competent: false })).toEqual([
      "denunciation-forward from 2026-07-01: 2026-07-08",
    ]);
  });

  it("accepted is told of, settled with its extensions, and published", () => {
    const milestones = [
      { kind: "accepted", on: "2026-07-06" },
      { kind: "facts", on: "2026-07-20", facts: { criteria: ["foreign"] } },
      { kind: "extended", on: "2026-07-30" },
      { kind: "concluded", on: "2026-08-31" },
    ] as const;
    expect(said({ ...denunciation, forwarderKind: "press", milestones })).toEqual([
      "denunciation-register from 2026-07-01: 2026-07-10, met 2026-07-06",
      "denunciation-notify-acceptance from 2026-07-06: 2026-07-13",
      "denunciation-settle from 2026-07-06: 2026-09-04, met 2026-08-31",
      "denunciation-publish from 2026-08-31: 2026-09-11",
      "denunciation-reply-referrer from 2026-07-01: 2026-07-21",
    ]);
  });

  it("as information has no clock, nor has a mixed letter before it is split", () => {
    expect(said({ class: "denunciation-information" })).toEqual([]);
    expect(said({ class: "mixed" })).toEqual([]);
    expect(said({ class: null })).toEqual([]);
  });
});

describe("others", () => {
  it("a visitor is told, also before the letter is classified", () => {
    expect(said({ kind: "visit", class: null, channel: "desk", receivedOn: "2026-07-06" })).toEqual([
      "reception-outcome from 2026-07-06: 2026-07-20",
    ]);
  });

  it("who was refused is told so", () => {
    const outcome = { kind: "refused", on: "2026-07-03" };
    expect(said({ kind: "visit", class: null, outcome })).toContain(
      "reception-refusal from 2026-07-03: 2026-07-08",
    );
  });

  it("a voters' petition has sixty days, another proposal none by law", () => {
    expect(said({ class: "proposal", channel: "voters-meeting", receivedOn: "2026-07-06" })).toEqual([
      "voters-petition-answer from 2026-07-06: 2026-09-04",
    ]);
    expect(said({ class: "feedback" })).toEqual(["proposal-settle from 2026-07-01: none"]);
  });
});

describe("who wrote", () => {
  const accepted = { kind: "accepted", on: "2026-07-06" } as const;
  const outcome = (change: Partial<PetitionTimeline>) =>
    said({ channel: "desk", ...change }).find((words) => words.startsWith("reception-outcome"));

  it("is told what becomes of it by the acceptance of a complaint, of a denunciation by the notice of it", () => {
    const met = "reception-outcome from 2026-07-01: 2026-07-15, met 2026-07-06";
    expect(outcome({ milestones: [accepted] })).toBe(met);
    expect(outcome({ class: "denunciation", milestones: [accepted] })).toBe(
      "reception-outcome from 2026-07-01: 2026-07-15",
    );
    const notified = { kind: "acceptance-notified", on: "2026-07-08" } as const;
    expect(outcome({ class: "denunciation", milestones: [accepted, notified] })).toBe(
      "reception-outcome from 2026-07-01: 2026-07-15, met 2026-07-08",
    );
  });

  it("is told again where somebody asks it, each time from the last, as long as the letter is in hand", () => {
    const asked: ClockLaw = {
      ...defaultLaw,
      rules: defaultLaw.rules.map((rule) => (rule.key === "interim.reply" ? { ...rule, limit: 30 } : rule)),
    };
    const again = (change: Partial<PetitionTimeline>, law = asked) =>
      inWords(change, law).filter((words) => words.startsWith("interim-reply"));
    const told = { kind: "progress-told", on: "2026-08-03" } as const;
    expect(again({ milestones: [accepted] }, defaultLaw)).toEqual(["interim-reply from 2026-07-06: none"]);
    expect(again({ milestones: [accepted] })).toEqual(["interim-reply from 2026-07-06: 2026-08-05"]);
    expect(again({ milestones: [accepted, told] })).toEqual([
      "interim-reply from 2026-07-06: 2026-08-05, met 2026-08-03",
      // Off on 2 September.
      "interim-reply from 2026-08-03: 2026-09-03",
    ]);
    const decided = { kind: "decided", on: "2026-08-20" } as const;
    const late = { kind: "progress-told", on: "2026-08-25" } as const;
    expect(again({ milestones: [accepted, told, decided, late] })).toEqual([
      "interim-reply from 2026-07-06: 2026-08-05, met 2026-08-03",
      "interim-reply from 2026-08-03: 2026-09-03, ended 2026-08-20",
    ]);
    expect(again({ class: "proposal", milestones: [{ kind: "outcome-told", on: "2026-07-10" }] })).toEqual([
      "interim-reply from 2026-07-10: 2026-08-10",
    ]);
    expect(again({ joined: true, milestones: [accepted] })).toEqual([]);
  });
});
