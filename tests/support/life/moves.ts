import fc from "fast-check";
import {
  type Act,
  type Details,
  type Life,
  lifeActs,
  lifeOffices,
  lifeOrders,
  lifeParties,
  lifeRoles,
  type Move,
  possibleMoves,
} from "./model";

/** Any move at all, or one of those possible just then, preferring the acts that lead on. */
export type Step = { move: Move } | { choose: number; leadOn: boolean; details: Details };

const onwards: readonly Move["act"][] = [
  "send",
  "consent",
  "openRound",
  "sign",
  "revise",
  "amend",
  "renew",
  "issue",
  "proposeEnding",
  "agreeEnding",
  "refuseEnding",
  "withdrawEnding",
  "createTask",
  "offerHandover",
  "keepTask",
  "acceptHandover",
  "declineHandover",
];

const details: fc.Arbitrary<Details> = fc.record({
  order: fc.constantFrom(...lifeOrders),
  lead: fc.constantFrom(...lifeParties),
  from: fc.constantFrom(null, null, 0, 2, 5),
  until: fc.constantFrom(null, 1, 4, 9, 20),
});

const blind: fc.Arbitrary<Step> = fc
  .record({
    act: fc.constantFrom(...lifeActs),
    office: fc.constantFrom(...lifeOffices),
    role: fc.constantFrom(...lifeRoles),
    onOlder: fc.nat(9).map((drawn) => drawn === 0),
    details,
  })
  .map((move) => ({ move }));

const wait: fc.Arbitrary<Step> = fc.constantFrom(1, 3, 8).map((days) => ({ move: { act: "wait", days } }));

const chosen: fc.Arbitrary<Step> = fc.record({
  choose: fc.nat(999_999),
  leadOn: fc.nat(9).map((drawn) => drawn > 0),
  details,
});

const plain: Details = { order: "at once", lead: "contact", from: null, until: null };

function by(act: Act["act"], office: Act["office"], asked: Partial<Details> = {}): Step {
  return { move: { act, office, role: "chief", onOlder: false, details: { ...plain, ...asked } } };
}

/** Consents, round and every signature on the shortest way. */
const signing: readonly Step[] = [
  ...lifeParties.map((office) => by("consent", office)),
  by("openRound", "contact"),
  ...lifeParties.map((office) => by("sign", office)),
];
const signed: readonly Step[] = [by("send", "contact"), ...signing];

/** A life begins with a draft, with a signed agreement, with one signed for nine days, or with an open task whose lead an amendment moved. */
export const beginnings: readonly (readonly Step[])[] = [
  [],
  signed,
  [by("setTerm", "contact", { until: 9 }), ...signed],
  [
    ...signed,
    by("createTask", "third"),
    by("amend", "second"),
    by("giveLead", "second", { lead: "second" }),
    ...signing,
  ],
];

/**
 * Few free acts lead to a signature; so most steps are possible ones, and most of those lead on.
 */
export function steps(maxLength: number): fc.Arbitrary<Step[]> {
  return fc.array(
    fc.oneof(
      { weight: 6, arbitrary: blind },
      { weight: 14, arbitrary: chosen },
      { weight: 1, arbitrary: wait },
    ),
    { minLength: Math.floor(maxLength / 2), maxLength },
  );
}

export function moveOf(step: Step, life: Life): Move {
  if ("move" in step) return step.move;
  const possible = possibleMoves(life, step.details);
  const preferred = possible.filter(({ act }) => step.leadOn && onwards.includes(act));
  const from = preferred.length > 0 ? preferred : possible;
  // By act first: else what more people may do would be done more often.
  const acts = [...new Set(from.map(({ act }) => act))];
  const act = acts[step.choose % acts.length];
  const who = from.filter((move) => move.act === act);
  return who[Math.floor(step.choose / acts.length) % who.length] ?? { act: "wait", days: 1 };
}
