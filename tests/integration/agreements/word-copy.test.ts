import { describe, expect, test } from "vitest";
import { getWordCopy } from "@/lib/agreements/queries/get-word-copy";
import { documentWords } from "@/lib/agreements/signing/document-words";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import {
  declined,
  drafted,
  inRoundOnBehalf,
  signed,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { amendmentOf, giveLead } from "@/tests/support/builders/amendments";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

async function copyFor(office: string, { agreementId }: VersionStage, versionNumber?: number) {
  const answer = await runQuery(getWordCopy, as(province().phuTho, office, "chief"), {
    agreementId,
    versionNumber,
  });
  return answer?.view ?? null;
}

describe("the Word copy of an agreement", () => {
  test("leaves number and day of a draft open, and says that it is none that is signed", async () => {
    const copy = await copyFor(party, await drafted(province()));
    expect(copy?.numberLine).toBe("Số: ....../QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND");
    expect(copy?.placeAndDate).toBe("Phú Thọ, ngày ... tháng ... năm ...");
    expect(copy?.worth).toBe(documentWords.wordOfDraft);
    expect(copy?.chapters.flatMap(({ articles }) => articles)).toHaveLength(15);
    expect(copy?.matrix.rows.every(({ cells }) => cells.length === 3)).toBe(true);
  });

  test("names number, day and signers of what is signed", async () => {
    const copy = await copyFor(council, await signed(province()));
    expect(copy?.numberLine).toMatch(/^Số: \d+\/QCPH-/);
    expect(copy?.placeAndDate).toMatch(/^Phú Thọ, ngày \d+ tháng \d+ năm \d{4}$/);
    expect(copy?.worth).toBe(documentWords.wordOfSigned);
    expect(copy?.offices.every(({ signerName }) => signerName !== "")).toBe(true);
  });

  test("of a round that was stopped takes no number, which is void", async () => {
    const copy = await copyFor(party, await declined(province()));
    expect(copy?.numberLine).toBe("Số: ....../QCPH-VPTU-VPĐĐBQH&HĐND-VPUBND");
    expect(copy?.worth).toBe(documentWords.wordOfDraft);
  });

  test("names who signs on behalf, in that capacity", async () => {
    const copy = await copyFor(party, await inRoundOnBehalf(province()));
    expect(copy?.offices.flatMap(({ capacity }) => capacity)).toContainEqual(
      expect.stringMatching(/^KT\. Chánh /),
    );
    expect(copy?.worth).toBe(documentWords.wordOfDraft);
  });

  test("holds of an amendment what it changes, and of an older version its own words", async () => {
    const base = await signed(province());
    const amendment = await amendmentOf(province(), base);
    await giveLead(province(), amendment, "weekly-schedule", {
      [committee]: "CT",
      [party]: "PH",
      [council]: "B",
    });
    const [newest, first] = [await copyFor(party, amendment), await copyFor(party, amendment, 1)];
    expect(newest?.matrix.rows).toHaveLength(1);
    expect(newest?.chapters.map(({ title }) => title)).toEqual([""]);
    expect(first?.chapters.length).toBe(3);
  });

  test("is not there for an office without part, nor of a version that is not there", async () => {
    const version = await drafted(province());
    expect(await copyFor(stranger, version)).toBeNull();
    expect(await copyFor(party, version, 2)).toBeNull();
  });
});
