import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { afterMove, brokenPromises, type Life, newLife } from "@/tests/support/life/model";
import { moveOf, steps } from "@/tests/support/life/moves";
import { playByRules } from "@/tests/support/life/play-rules";

const sequences = 10_000;

test(`${sequences} drawn lives go as articles 13 and 14 say, and break no promise`, () => {
  const reached = { issued: 0, signed: 0, declined: 0, withdrawn: 0, revised: 0, refused: 0 };
  fc.assert(
    fc.property(steps(30), (played) => {
      let life: Life = newLife;
      for (const step of played) {
        const move = moveOf(step, life);
        const expected = afterMove(life, move);
        const found = playByRules(life, move);
        // A quarter of a million comparisons: the runner's own are for telling, not for counting.
        if (!isDeepStrictEqual(found, expected)) expect(found, JSON.stringify(move)).toEqual(expected);
        if (found === null) {
          reached.refused += 1;
          continue;
        }
        const broken = brokenPromises(life, move, found);
        if (broken.length > 0) expect(broken).toEqual([]);
        life = found;
      }
      const last = life.versions.at(-1);
      if (last?.state === "signed" || last?.state === "declined" || last?.state === "withdrawn")
        reached[last.state] += 1;
      if (life.versions.some(({ organisations }) => organisations.length === 3)) reached.issued += 1;
      if (life.versions.length > 1) reached.revised += 1;
    }),
    { numRuns: sequences, seed: 20261122 },
  );
  // The drawn lives are no walk around the first state.
  for (const count of Object.values(reached)) expect(count).toBeGreaterThan(100);
});

test("the promises can be broken: a life that breaks each is found", () => {
  const [draft] = newLife.versions;
  if (!draft) throw new Error("a life begins with a draft");
  const life = (version: Partial<typeof draft>): Life => ({
    ...newLife,
    versions: [{ ...draft, ...version }],
  });
  const move = { act: "edit", office: "contact", role: "chief", onOlder: false, order: "at once" } as const;
  const broken = (before: Life, after: Life) => brokenPromises(before, move, after);
  expect(broken(newLife, life({ state: "signed", signatures: ["contact", "second"] }))).toHaveLength(1);
  expect(broken(life({ consents: ["second"] }), life({ text: 1, consents: ["second"] }))).toHaveLength(1);
  expect(broken(life({ number: 1 }), life({ number: 1, text: 1 }))).toHaveLength(1);
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
