import { cell, importRegister, registerHead } from "@/tests/support/builders/import-register";
import { committee, council, type Province } from "@/tests/support/builders/province";
import type { Written } from "./letters";
import type { Pair } from "./noise";

export type Judged = { recall: number; precision: number; wrong: Record<string, string[]> };

const line = (code: string, day: string, letter: Written) =>
  [
    code,
    day,
    code.endsWith("F") ? "peoples-committee" : "council-standing",
    "post",
    letter.fullName,
    letter.address,
    letter.phone,
    letter.idNumber,
    letter.subject,
    letter.content,
    "complaint",
    "",
    "",
    "",
  ]
    .map(cell)
    .join(",");

/** Both letters of each pair brought in by two offices, and what the second was told of: of the first, and of any other. */
export async function judgeByImport(
  province: Province,
  name: string,
  pairs: readonly Pair[],
): Promise<Judged> {
  const file = (which: "first" | "second") =>
    [
      registerHead,
      ...pairs.map((pair, n) =>
        line(
          `${name}-${n}-${which === "first" ? "F" : "S"}`,
          which === "first" ? "2026-10-01" : "2026-11-01",
          pair[which],
        ),
      ),
    ].join("\n");
  const first = await importRegister(province, file("first"), { office: committee });
  const second = await importRegister(province, file("second"), { office: council });
  const faults = [...first.faults, ...second.faults];
  if (faults.length > 0) throw new Error(`line ${faults[0]?.line}: ${faults[0]?.error}`);
  const wrong: Record<string, string[]> = {};
  let [found, missed, mistaken] = [0, 0, 0];
  const note = (kind: string, what: string) => {
    wrong[kind] = [...(wrong[kind] ?? []), what];
  };
  pairs.forEach(({ kind, same }, n) => {
    const told = second.written[n]?.same ?? [];
    const isTold = told.some(({ code }) => code === `${name}-${n}-F`);
    const others = told.filter(({ code }) => code !== `${name}-${n}-F`);
    if (same && isTold) found += 1;
    if (same && !isTold) missed += 1;
    if (!same && isTold) mistaken += 1;
    mistaken += others.length;
    if (same !== isTold) note(kind, `${name}-${n}`);
    for (const other of others) note(`${kind}: another`, `${name}-${n} ${other.code}`);
  });
  return { recall: found / (found + missed), precision: found / (found + mistaken), wrong };
}
