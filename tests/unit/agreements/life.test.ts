import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterMove,
  type Life,
  type LifeTask,
  type LifeVersion,
  lifeActs,
  type Move,
  newLife,
} from "@/tests/support/life/model";
import { beginnings, moveOf, steps } from "@/tests/support/life/moves";
import { playByRules } from "@/tests/support/life/play-rules";
import { brokenPromises } from "@/tests/support/life/promises";

const sequences = 10_000;

/** Most of a life is what it was before: the same rows, not only equal ones. */
function isSame(one: Life | null, other: Life | null): boolean {
  if (one === null || other === null) return one === other;
  const { versions, ...rest } = one;
  const { versions: others, ...otherRest } = other;
  return (
    versions.length === others.length &&
    versions.every(
      (version, index) => version === others[index] || isDeepStrictEqual(version, others[index]),
    ) &&
    isDeepStrictEqual(rest, otherRest)
  );
}

test(`${sequences} drawn lives go as articles 13 and 14 say, and break no promise`, () => {
  const done = new Map<string, number>();
  const count = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), steps(24), (beginning, then) => {
      let life: Life = newLife;
      for (const step of [...beginning, ...then]) {
        const move = moveOf(step, life);
        const expected = afterMove(life, move);
        const found = playByRules(life, move);
        // A quarter of a million comparisons: the runner's own are for telling, not for counting.
        if (!isSame(found, expected)) expect(found, JSON.stringify(move)).toEqual(expected);
        if (found === null) {
          count("refused");
          continue;
        }
        const broken = brokenPromises(life, move, found);
        if (broken.length > 0) expect(broken).toEqual([]);
        count(move.act);
        life = found;
      }
      const { versions } = life;
      if (versions.some(({ organisations }) => organisations.length === 3)) count("issued by all");
      if (versions.filter(({ state }) => state === "signed").length > 1) count("signed again");
      if (versions.some(({ amends, state }) => amends !== null && state === "signed")) count("amended");
      if (life.endsOn !== null && life.endsOn <= life.today) count("ended");
    }),
    { numRuns: sequences, seed: 20261122 },
  );
  // The drawn lives are no walk around the first state: every act was done, and what it leads to was reached.
  for (const what of [...lifeActs, "wait", "refused", "issued by all", "signed again", "amended", "ended"])
    expect(done.get(what) ?? 0, what).toBeGreaterThan(100);
});

const [draft] = newLife.versions;
if (!draft) throw new Error("a life begins with a draft");
const details = { order: "at once", lead: "contact", from: null, until: null } as const;
const edit: Move = { act: "edit", office: "contact", role: "chief", onOlder: false, details };

function life(version: Partial<LifeVersion>, rest: Partial<Life> = {}): Life {
  return { ...newLife, versions: [{ ...draft, ...version } as LifeVersion], ...rest };
}

test("the promises can be broken: a life that breaks each is found", () => {
  const broken = (before: Life, after: Life) => brokenPromises(before, edit, after);
  const reworded = { ...draft.text, words: 1 };
  expect(broken(life({ consents: ["second"] }), life({ text: reworded, consents: ["second"] }))).toHaveLength(
    1,
  );
  expect(broken(life({ number: 1 }), life({ number: 1, text: reworded }))).toHaveLength(1);
  expect(broken(life({ state: "withdrawn" }), life({ state: "negotiating" }))).toHaveLength(1);
  expect(broken(life({ signatures: ["second"] }), newLife)).toHaveLength(1);
  expect(broken(newLife, life({ organisations: ["second"] }))).toHaveLength(1);
  for (const early of [["contact"], ["second", "contact"]] as const)
    expect(broken(newLife, life({ order: "contact last", signatures: early }))).toHaveLength(1);
  expect(broken(newLife, life({ order: "contact last", signatures: ["third", "second"] }))).toEqual([]);
  const twice = {
    ...newLife,
    versions: [
      { ...draft, number: 1 },
      { ...draft, number: 1 },
    ],
  };
  expect(broken(life({ number: 1 }), twice)).toHaveLength(1);
});

test("so can those of what comes after: terms, amendments, ends and open tasks", () => {
  const all = ["contact", "second", "third"] as const;
  const signed = { ...draft, state: "signed", signatures: all, inForce: { from: 0, until: null } } as const;
  const move = (act: Exclude<Move["act"], "wait">): Move => ({ ...edit, act });
  const broken = (act: Exclude<Move["act"], "wait">, before: Life, after: Life) =>
    brokenPromises(before, move(act), after);
  expect(broken("sign", newLife, life({ ...signed, signatures: ["contact", "second"] }))).toHaveLength(1);
  expect(broken("sign", newLife, life({ ...signed, inForce: { from: -1, until: null } }))).toHaveLength(1);
  const cut = life({ ...signed, inForce: { from: 0, until: 4 } });
  expect(broken("agreeEnding", life(signed), cut)).toHaveLength(1);
  const ending = { endsOn: 4, by: "second", agreed: ["second", "third"] } as const;
  expect(broken("agreeEnding", life(signed, { ending }), cut)).toEqual([]);
  expect(broken("agreeEnding", cut, life(signed))).toHaveLength(2);
  const two = (next: Partial<LifeVersion>) => ({
    ...life(signed),
    versions: [signed, { ...signed, ...next }],
  });
  expect(broken("sign", life(signed), two({}))).toHaveLength(1);
  expect(
    broken("sign", cut, {
      ...cut,
      versions: [...cut.versions, { ...signed, inForce: { from: 4, until: null } }],
    }),
  ).toEqual([]);
  const gap = { ...signed, amends: 0, inForce: { from: 6, until: null } };
  expect(broken("sign", cut, { ...cut, versions: [...cut.versions, gap] })).toHaveLength(1);
  const task: LifeTask = { lead: "contact", under: 0, said: null };
  expect(broken("createTask", life({}), life({}, { task }))).toHaveLength(1);
  expect(broken("createTask", life(signed), life(signed, { task: { ...task, under: 1 } }))).toHaveLength(1);
  const moved: LifeTask = { ...task, lead: "second" };
  expect(broken("keepTask", life(signed, { task }), life(signed, { task: moved }))).toHaveLength(1);
  expect(broken("acceptHandover", life(signed, { task }), life(signed, { task: moved }))).toHaveLength(1);
});
