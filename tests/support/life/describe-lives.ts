import fc from "fast-check";
import { expect, test } from "vitest";
import { type Province } from "@/tests/support/builders/province";
import { beginnings, steps } from "./moves";
import { playInDatabase } from "./play-in-database";

/** Lives drawn from a fixed seed, each beginning in its turn; more of them begin with the same ones. */
export function describeLives(province: () => Province, count: number): void {
  test(
    `${count} drawn lives in PostgreSQL, with real signatures, go as articles 13 and 14 say`,
    async () => {
      const ends: string[] = [];
      let played = 0;
      await fc.assert(
        fc.asyncProperty(steps(16), async (drawn) => {
          const beginning = beginnings[played % beginnings.length] ?? [];
          played += 1;
          const life = await playInDatabase(province(), [...beginning, ...drawn]);
          ends.push(...life.versions.map(({ state }) => state));
        }),
        // A failing life is told as it was drawn: to shrink it would play hundreds more.
        { numRuns: count, seed: 13_14, endOnFailure: true },
      );
      expect(ends).toContain("signed");
    },
    count * 60_000,
  );
}
