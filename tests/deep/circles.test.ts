import { expect, test } from "vitest";
import { useProvince } from "@/tests/support/builders/province";
import { judgeRoutes, layRoutes } from "@/tests/support/circles/world";

const province = useProvince();

test("10,000 random routes against a graph oracle: none missed, none warned of falsely", async () => {
  const laid = await layRoutes(province(), 20_261_128, 10_000);
  const { missed, falseWarnings, miscounted, questions, warnings } = await judgeRoutes(province(), laid);
  console.log(
    JSON.stringify({
      routes: laid.length,
      questions,
      warnings,
      missed: missed.length,
      false: falseWarnings.length,
    }),
  );
  expect({ missed, falseWarnings, miscounted }).toEqual({ missed: [], falseWarnings: [], miscounted: [] });
  expect(warnings).toBeGreaterThan(25_000);
}, 600_000);
