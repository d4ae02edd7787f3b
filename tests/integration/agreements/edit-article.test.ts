import { expect, test } from "vitest";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  consentCount,
  consented,
  drafted,
  inForce,
  inRound,
  negotiating,
  revisionOf,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(editArticle, {
  province,
  ready: () => consented(province()),
  by: [committee, "specialist"],
  input: async (version) => ({
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    articleKey: "scope",
    heading: "Phạm vi, đối tượng",
    text: "1. Khoản thứ nhất.\n\n2. Khoản thứ hai\nvẫn khoản ấy.\n\n(bỏ)\n\n4. Khoản thứ tư.",
  }),
  subjectId: (version) => version.versionId,
  does: {
    "keeps heading and clauses, without the typed numbers": async ({ stage, province }) => {
      const [article] = await province.rows(
        "select heading, clauses from agreement_articles where version_id = $1 and article_key = 'scope'",
        [stage.versionId],
      );
      expect(article).toEqual({
        heading: "Phạm vi, đối tượng",
        clauses: ["Khoản thứ nhất.", "Khoản thứ hai vẫn khoản ấy.", "(bỏ)", "Khoản thứ tư."],
      });
    },
    "clears every consent": async ({ stage, province }) => {
      expect(await consentCount(province, stage)).toBe(0);
    },
    "counts one revision more": async ({ stage, province }) => {
      expect(await revisionOf(province, stage)).toBe(2);
    },
  },
  events: ["agreements.articleEdited"],
  wrongInput: {
    "no heading": { change: { heading: " " }, field: "heading" },
    "no text": { change: { text: "" }, field: "text" },
    "fewer clauses than others refer to": { change: { text: "1. Chỉ còn một khoản." }, field: "text" },
    "a text longer than any article": { change: { text: "a".repeat(20_001) }, field: "text" },
    "fewer clauses than before: a clause keeps its number": {
      change: { text: "Khoản thứ nhất.\n\nKhoản thứ hai." },
      field: "text",
    },
    "an article the agreement does not have": { change: { articleKey: "weather" }, field: "articleKey" },
    "no version": { change: { versionId: "the last one" }, field: "versionId" },
  },
  notAllowed: {
    "a records clerk: article 12 clause 4 leaves the role out": {
      by: [committee, "records-clerk"],
      reason: "role",
      source: ["heads", 4],
    },
    "an inspector": { by: [council, "inspector"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "a draft is the contact office's own": {
      stage: () => drafted(province()),
      reason: "state",
      source: ["signing", 2],
    },
    "after the round opened": { stage: () => inRound(province()), reason: "state", source: ["signing", 2] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 2] },
    "after withdrawing": {
      stage: () => withdrawn(province()),
      by: [party, "chief"],
      reason: "state",
      source: ["signing", 1],
    },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: { answer: { code: "stale" } },
});

test("a duty says what its clause says after the change", async () => {
  const version = await negotiating(province());
  const [before] = await province().rows<{ clauses: string[] }>(
    "select clauses from agreement_articles where version_id = $1 and article_key = 'training'",
    [version.versionId],
  );
  const clauses = (before?.clauses ?? []).map((clause) => `${clause} Mỗi năm một lần.`);
  await executeCommand(editArticle, as(province().phuTho, party, "specialist"), {
    versionId: version.versionId,
    revision: 1,
    articleKey: "training",
    heading: "Bồi dưỡng nghiệp vụ",
    text: clauses.join("\n\n"),
  });
  const duties = await province().rows<{ clause: number; text: string }>(
    `select d.clause, d.text from coordination_duties d join coordination_areas a
      on a.tenant_id = d.tenant_id and a.version_id = d.version_id and a.area_key = d.area_key
      where d.version_id = $1 and a.article_key = 'training'`,
    [version.versionId],
  );
  expect(duties.length).toBeGreaterThan(0);
  for (const { clause, text } of duties) expect(text).toBe(clauses[clause - 1]);
});
