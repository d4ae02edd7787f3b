import { expect, test } from "vitest";
import { mostSteps } from "@/lib/petitions/handovers/load-steps";
import { cell, importRegister, registerHead } from "@/tests/support/builders/import-register";
import {
  fileOf,
  handoversOf,
  prepared,
  refused,
  sheetOf,
  takenIn,
} from "@/tests/support/builders/national-handovers";
import { useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const letters = 1_200;

function register(from: number, to: number): string {
  const lines = Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    return `"SO-${n}/2026","05/10/2026","peoples-committee","post",${cell(`Người gửi số ${n}`)},,,,${cell(`Việc thứ ${n}`)},,"feedback",,,`;
  });
  return `${registerHead}\n${lines.join("\n")}\n`;
}

test("the steps of a full hand-over go up as two files, each step once and in order, and the rest with the next", async () => {
  // An import of more than 500 letters needs somebody who answers for it.
  for (let from = 0; from < letters; from += 400)
    expect((await importRegister(province(), register(from, from + 400))).faults).toEqual([]);
  const began = performance.now();
  const first = await prepared(province());
  const milliseconds = Math.round(performance.now() - began);
  const file = await fileOf(province(), first);
  expect(file.steps).toHaveLength(mostSteps);
  // A head, then a row a step.
  expect((await sheetOf(province(), first)).filter(([position]) => Number(position) > 0)).toHaveLength(
    mostSteps,
  );
  console.log(JSON.stringify({ steps: mostSteps, ms: milliseconds }));
  await refused(province(), first);
  const again = await fileOf(province(), await prepared(province()));
  expect(again.steps).toEqual(file.steps);
  const { awaiting } = await handoversOf(province());
  await takenIn(province(), awaiting?.id ?? "");
  const rest = await fileOf(province(), await prepared(province()));
  expect(rest.after).toBe(file.until);
  const positions = [...file.steps, ...rest.steps].map(({ position }) => position);
  expect(new Set(positions).size).toBe(positions.length);
  expect(positions).toEqual(positions.toSorted((one, other) => one - other));
}, 600_000);
