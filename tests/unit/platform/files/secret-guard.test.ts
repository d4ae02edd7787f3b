import { describe, expect, test } from "vitest";
import { examineFile } from "@/lib/platform/files/examine/examine";
import { hasSecretMark } from "@/lib/platform/files/examine/secret-mark";
import { harmless, marked, writtenMarks } from "@/tests/support/files/corpus";
import type { Made } from "@/tests/support/files/make-files";
import { useFileSettings } from "@/tests/support/files/settings";

useFileSettings();

async function problemOf(made: Made): Promise<string | null> {
  const found = await examineFile({ name: made.name, declaredType: made.type, bytes: made.bytes });
  return typeof found === "string" ? found : null;
}

async function problemsOf(make: (seed: number) => Made | Promise<Made>, count: number): Promise<string[]> {
  const found: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const made = await make(seed);
    found.push((await problemOf(made)) ?? "taken");
  }
  return found;
}

/** The deep test reads three times as many. */
const documents = Number(process.env["HARMLESS_DOCUMENTS"] ?? 80);

describe("the guard of state secrets", () => {
  test(`stops none of ${documents} harmless documents`, async () => {
    const found = await problemsOf(harmless, documents);
    expect(found.flatMap((problem, seed) => (problem === "taken" ? [] : [`${seed}: ${problem}`]))).toEqual(
      [],
    );
  }, 240_000);

  test("stops all of 100 marked ones", async () => {
    const found = await problemsOf(marked, 100);
    expect(
      found.flatMap((problem, seed) => (problem === "secretMark" ? [] : [`${seed}: ${problem}`])),
    ).toEqual([]);
  }, 240_000);

  test.each(writtenMarks)("knows %s", (mark) => {
    expect(hasSecretMark([{ text: "Số: 12/BC-VP" }, { text: mark }])).toBe(true);
    expect(hasSecretMark([{ text: mark.normalize("NFD") }])).toBe(true);
    expect(hasSecretMark([{ text: `${mark}          Phú Thọ, ngày 26/11/2026` }])).toBe(true);
  });

  test.each([
    "Mật",
    "mật",
    "BẢO MẬT",
    "MẬT KHẨU",
    "MẬT ĐỘ",
    "BÍ MẬT",
    "Tối mật là một mức độ.",
    "TÀI LIỆU MẬT",
    "Độ mật",
    "MẶT",
    "MẤT",
  ])("passes by %s", (text) => {
    expect(hasSecretMark([{ text }])).toBe(false);
  });
});
