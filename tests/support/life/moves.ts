import fc from "fast-check";
import {
  type Life,
  type LifeOrder,
  lifeActs,
  lifeOffices,
  lifeOrders,
  lifeRoles,
  type Move,
  possibleMoves,
} from "./model";

/** Either any move at all, or one of those possible just then, preferring the acts that lead on. */
export type Step = { blind: Move } | { choose: number; leadOn: boolean; order: LifeOrder };

const onwards: readonly Move["act"][] = ["send", "consent", "openRound", "sign", "revise", "issue"];

const blind: fc.Arbitrary<Step> = fc
  .record({
    act: fc.constantFrom(...lifeActs),
    office: fc.constantFrom(...lifeOffices),
    role: fc.constantFrom(...lifeRoles),
    onOlder: fc.nat(9).map((drawn) => drawn === 0),
    order: fc.constantFrom(...lifeOrders),
  })
  .map((move) => ({ blind: move }));

const chosen: fc.Arbitrary<Step> = fc.record({
  choose: fc.nat(9999),
  leadOn: fc.nat(9).map((drawn) => drawn > 0),
  order: fc.constantFrom(...lifeOrders),
});

/** Few free acts lead to a signature; so two steps of three are possible ones, and most of those lead on. */
export function steps(maxLength: number): fc.Arbitrary<Step[]> {
  return fc.array(fc.oneof({ weight: 1, arbitrary: blind }, { weight: 2, arbitrary: chosen }), {
    minLength: Math.floor(maxLength / 2),
    maxLength,
  });
}

export function moveOf(step: Step, life: Life): Move {
  if ("blind" in step) return step.blind;
  const possible = possibleMoves(life, step.order);
  const preferred = possible.filter(({ act }) => step.leadOn && onwards.includes(act));
  // Of what is signed half the steps go to the few moves of the clerks: else nearly all would be new versions.
  const clerks = preferred.filter(({ act }) => act === "issue" && step.choose % 2 === 0);
  const from = [clerks, preferred].find((some) => some.length > 0) ?? possible;
  const move = from[step.choose % from.length];
  if (!move) throw new Error("some move is always possible");
  return move;
}
