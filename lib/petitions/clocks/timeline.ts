import type { Day } from "@/lib/platform/dates/days";
import type { ClockFacts, ClockStep, ComplexityCriterion, StartEvent } from "./types";

/** What is put on record of a letter beyond its row in the register, each with its day. */
export const milestoneKinds = [
  "facts",
  "accepted",
  "acceptance-notified",
  "dialogue",
  "dialogue-notified",
  "extended",
  "suspended",
  "resumed",
  "terminated",
  "suspension-sent",
  "decided",
  "decision-sent",
  "concluded",
  "published",
  "outcome-told",
  "progress-told",
  "referrer-told",
  "refusal-notified",
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** What decides the limits; the latest on record holds. */
export type RecordedFacts = {
  level?: 1 | 2;
  remote?: boolean;
  discipline?: boolean;
  dismissal?: boolean;
  severalPlaces?: boolean;
  criteria?: readonly ComplexityCriterion[];
};

export type Milestone = { kind: MilestoneKind; on: Day; days?: number; facts?: RecordedFacts };

/** A letter as its clocks see it: no name, no content. */
export type PetitionTimeline = {
  kind: "letter" | "visit";
  class: "complaint" | "denunciation" | "proposal" | "feedback" | "mixed" | "denunciation-information" | null;
  channel: string;
  /** Who forwarded it to us; null when nobody did. */
  forwarderKind: string | null;
  receivedOn: Day;
  /** Joined to an earlier letter it is handled with that one, in its terms. */
  joined?: boolean;
  /** Within our competence; null until judged. */
  competent: boolean | null;
  outcome: { kind: string; on: Day } | null;
  milestones: readonly Milestone[];
};

/** A clock a letter ought to have: kept so long as nothing met or ended it. */
export type WantedClock = {
  step: ClockStep;
  startedOn: Day;
  event: StartEvent;
  facts: ClockFacts;
  metOn: Day | null;
  /** The duty fell away (withdrawn, terminated, given to another body). */
  endedOn: Day | null;
};

type Open = Pick<WantedClock, "step" | "startedOn" | "event"> & Partial<WantedClock>;

function earliest(...days: readonly (Day | null | undefined)[]): Day | null {
  return days.filter((day): day is Day => typeof day === "string").sort()[0] ?? null;
}

class Reader {
  readonly facts: RecordedFacts;

  constructor(private readonly timeline: PetitionTimeline) {
    this.facts = Object.assign({}, ...this.of("facts").map(({ facts }) => facts ?? {})) as RecordedFacts;
  }

  of(kind: MilestoneKind): Milestone[] {
    return this.timeline.milestones.filter((milestone) => milestone.kind === kind);
  }

  first(kind: MilestoneKind, notBefore: Day = ""): Day | null {
    return earliest(
      ...this.of(kind)
        .filter(({ on }) => on >= notBefore)
        .map(({ on }) => on),
    );
  }

  outcomeOf(...kinds: readonly string[]): Day | null {
    const { outcome } = this.timeline;
    return outcome && (kinds.length === 0 || kinds.includes(outcome.kind)) ? outcome.on : null;
  }

  /** The day of an outcome that ended the work; given over, it is the other office's and nobody did it. */
  doneOn(): Day | null {
    return this.timeline.outcome?.kind === "forwarded" ? null : this.outcomeOf();
  }

  /** Suspensions as times that are not counted: each goes on with the next decision to resume. */
  stopped(): { from: Day; until: Day | null }[] {
    return this.of("suspended").map(({ on }) => ({ from: on, until: this.first("resumed", on) }));
  }

  /**
   * Days on which who wrote was told in writing what becomes of the letter, the first of them its first answer (Luật Tiếp công dân Điều 28
   * khoản 1). A complaint is accepted by telling so (Luật Khiếu nại Điều 27, 36); that a denunciation was is told apart (Luật Tố cáo Điều 29
   * khoản 3).
   */
  told(): Day[] {
    const accepted = this.timeline.class === "complaint" ? this.of("accepted") : [];
    const days = [
      ...this.of("outcome-told"),
      ...this.of("progress-told"),
      ...this.of("acceptance-notified"),
      ...accepted,
    ];
    return [...new Set(days.map(({ on }) => on))].sort();
  }

  clockFacts(): ClockFacts {
    const { discipline: _discipline, ...facts } = this.facts;
    return {
      ...facts,
      extensions: this.of("extended").map(({ on, days }) => ({
        decidedOn: on,
        ...(days === undefined ? {} : { days }),
      })),
      stopped: this.stopped(),
    };
  }
}

function clock(reader: Reader, open: Open): WantedClock {
  return { facts: reader.clockFacts(), metOn: null, endedOn: null, ...open };
}

/** Decisions to suspend, resume or terminate go out within days of each. */
function sendings(reader: Reader, step: ClockStep): WantedClock[] {
  const kinds =
    step === "denunciation-send-suspension"
      ? (["suspended", "terminated"] as const)
      : (["suspended", "resumed", "terminated"] as const);
  return kinds.flatMap((kind) =>
    reader.of(kind).map(({ on }) =>
      clock(reader, {
        step,
        startedOn: on,
        event: "suspension-decided",
        metOn: reader.first("suspension-sent", on),
      }),
    ),
  );
}

function complaintClocks(reader: Reader, receivedOn: Day): WantedClock[] {
  const of = reader.facts.discipline ? "discipline" : "complaint";
  const accepted = reader.first("accepted");
  const decided = reader.first("decided") ?? (accepted === null ? null : reader.outcomeOf("settled"));
  return [
    clock(reader, {
      step: `${of}-accept`,
      startedOn: receivedOn,
      event: "received",
      metOn: earliest(
        accepted,
        reader.outcomeOf("not-accepted", "guided", "returned", "refused", "filed-away"),
      ),
      endedOn: reader.outcomeOf("withdrawn", "forwarded"),
    }),
    ...(accepted === null
      ? []
      : [
          clock(reader, {
            step: `${of}-settle`,
            startedOn: accepted,
            event: "accepted",
            metOn: earliest(decided, reader.outcomeOf("settled")),
            endedOn: earliest(reader.first("terminated"), reader.outcomeOf("withdrawn", "forwarded")),
          }),
        ]),
    ...reader.of("dialogue").map(({ on }) =>
      clock(reader, {
        step: "complaint-dialogue-notice",
        startedOn: on,
        event: "dialogue",
        metOn: reader.first("dialogue-notified"),
        endedOn: earliest(decided, reader.outcomeOf()),
      }),
    ),
    ...(decided === null
      ? []
      : [
          clock(reader, {
            step: "complaint-send-decision",
            startedOn: decided,
            event: "decided",
            metOn: reader.first("decision-sent", decided),
          }),
        ]),
    ...sendings(reader, "complaint-send-suspension"),
  ];
}

function denunciationClocks(reader: Reader, timeline: PetitionTimeline): WantedClock[] {
  const { receivedOn } = timeline;
  const accepted = reader.first("accepted");
  const concluded = reader.first("concluded") ?? (accepted === null ? null : reader.outcomeOf("settled"));
  const from = { startedOn: receivedOn, event: "received" } as const;
  return [
    timeline.competent === false
      ? clock(reader, { step: "denunciation-forward", ...from, metOn: reader.outcomeOf() })
      : clock(reader, {
          step: "denunciation-register",
          ...from,
          metOn: earliest(accepted, reader.doneOn()),
          endedOn: reader.outcomeOf("forwarded"),
        }),
    ...(accepted === null
      ? []
      : [
          clock(reader, {
            step: "denunciation-notify-acceptance",
            startedOn: accepted,
            event: "accepted",
            metOn: reader.first("acceptance-notified", accepted),
          }),
          clock(reader, {
            step: "denunciation-settle",
            startedOn: accepted,
            event: "accepted",
            metOn: earliest(concluded, reader.outcomeOf("settled")),
            endedOn: earliest(reader.first("terminated"), reader.outcomeOf("withdrawn", "forwarded")),
          }),
        ]),
    ...(concluded === null
      ? []
      : [
          clock(reader, {
            step: "denunciation-publish",
            startedOn: concluded,
            event: "concluded",
            metOn: reader.first("published", concluded),
          }),
        ]),
    ...(timeline.forwarderKind === null
      ? []
      : [
          clock(reader, {
            step: "denunciation-reply-referrer",
            ...from,
            metOn: reader.first("referrer-told"),
          }),
        ]),
    ...sendings(reader, "denunciation-send-suspension"),
  ];
}

function proposalClocks(reader: Reader, timeline: PetitionTimeline): WantedClock[] {
  const step = timeline.channel === "voters-meeting" ? "voters-petition-answer" : "proposal-settle";
  return [
    clock(reader, {
      step,
      startedOn: timeline.receivedOn,
      event: "received",
      metOn: reader.doneOn(),
      endedOn: reader.outcomeOf("forwarded"),
    }),
  ];
}

/**
 * Who came with it, to the desk or on line, is told what becomes of it (Luật Tiếp công dân Điều 28 khoản 1); who forwarded it, how
 * it was settled.
 */
function receptionClocks(reader: Reader, timeline: PetitionTimeline): WantedClock[] {
  const { kind, channel, forwarderKind, receivedOn } = timeline;
  const received = kind === "visit" || channel === "desk" || channel === "online";
  const refused = reader.outcomeOf("refused");
  const settled = earliest(reader.first("decided"), reader.first("concluded"), reader.outcomeOf("settled"));
  return [
    ...(received
      ? [
          clock(reader, {
            step: "reception-outcome",
            startedOn: receivedOn,
            event: "received",
            metOn: earliest(reader.told()[0], reader.doneOn()),
            endedOn: reader.outcomeOf("forwarded"),
          }),
        ]
      : []),
    ...(refused === null
      ? []
      : [
          clock(reader, {
            step: "reception-refusal",
            startedOn: refused,
            event: "refused",
            metOn: reader.first("refusal-notified", refused),
          }),
        ]),
    ...(timeline.class === "complaint" && forwarderKind !== null && settled !== null
      ? [
          clock(reader, {
            step: "referral-tell-referrer",
            startedOn: settled,
            event: "settled",
            metOn: reader.first("referrer-told", settled),
          }),
        ]
      : []),
  ];
}

/**
 * As long as a letter is in hand, who wrote is told again how it stands, each time reckoned from the last: where an agreement or an
 * administrator asks it, since no law does.
 */
function interimClocks(reader: Reader): WantedClock[] {
  const over = earliest(
    reader.outcomeOf(),
    reader.first("decided"),
    reader.first("concluded"),
    reader.first("terminated"),
  );
  const told = reader.told().filter((day) => over === null || day < over);
  return told.map((startedOn, index) => {
    const metOn = told[index + 1] ?? null;
    return clock(reader, {
      step: "interim-reply",
      startedOn,
      event: "told",
      metOn,
      endedOn: metOn === null ? over : null,
    });
  });
}

/**
 * The clocks a letter has by what is on record of it: which step, since when, by which facts, and whether it was met or fell
 * away. A mixed letter has none until it is split, information with denunciation content none at all (Luật Tố cáo Điều 25).
 */
export function clocksOf(timeline: PetitionTimeline): WantedClock[] {
  if (timeline.joined) return [];
  const reader = new Reader(timeline);
  const reception = receptionClocks(reader, timeline);
  switch (timeline.class) {
    case "complaint":
      return [...complaintClocks(reader, timeline.receivedOn), ...reception, ...interimClocks(reader)];
    case "denunciation":
      return [...denunciationClocks(reader, timeline), ...reception, ...interimClocks(reader)];
    case "proposal":
    case "feedback":
      return [...proposalClocks(reader, timeline), ...reception, ...interimClocks(reader)];
    case "mixed":
    case "denunciation-information":
    case null:
      return reception;
  }
}
