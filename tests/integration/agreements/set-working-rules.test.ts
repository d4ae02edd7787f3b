import { expect, test } from "vitest";
import { openRound } from "@/lib/agreements/commands/open-round";
import { setWorkingRules } from "@/lib/agreements/commands/set-working-rules";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  consentCount,
  consented,
  consentOf,
  drafted,
  expectLastFileSound,
  inForce,
  inRound,
  parties,
  revisionOf,
  signed,
  signedBy,
  type VersionStage,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { amendmentOf } from "@/tests/support/builders/amendments";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

async function duty(version: VersionStage, dutyKey = "weekly-schedule") {
  const [row] = await province().rows<{
    id: string;
    text: string;
    clause: string;
    days: number[];
    silence: string;
  }>(
    `select d.id, d.text, t.clauses[d.clause] as clause, d.silence,
        jsonb_build_array(d.notice_days, d.paper_days, d.opinion_days) as days
      from coordination_duties d
      join coordination_areas a on a.version_id = d.version_id and a.area_key = d.area_key
      join agreement_articles t on t.version_id = a.version_id and t.article_key = a.article_key
      where d.version_id = $1 and d.duty_key = $2`,
    [version.versionId, dutyKey],
  );
  if (!row) throw new Error("no such duty");
  return row;
}

async function input(version: VersionStage) {
  return {
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    dutyId: (await duty(version)).id,
    noticeDays: "4",
    paperDays: "",
    opinionDays: "2",
    silence: "remind" as const,
  };
}

describeCommand(setWorkingRules, {
  province,
  ready: () => consented(province()),
  by: [council, "specialist"],
  input,
  subjectId: (version) => version.versionId,
  does: {
    "keeps the days and what silence means": async ({ stage }) => {
      expect(await duty(stage)).toMatchObject({ days: [4, null, 2], silence: "remind" });
    },
    "writes the days into the clause, in the article and in what tasks quote": async ({ stage }) => {
      const { text, clause } = await duty(stage);
      expect(text).toContain("trước khi phát hành ít nhất 04 ngày làm việc");
      expect(text).toContain("cho ý kiến về dự thảo trong 02 ngày làm việc");
      expect(clause).toBe(text);
    },
    "clears every consent": async ({ stage, province }) => {
      expect(await consentCount(province, stage)).toBe(0);
    },
    "counts one revision more": async ({ stage, province }) => {
      expect(await revisionOf(province, stage)).toBe(2);
    },
    "tells the office that had consented which rules changed": async ({ stage, province }) => {
      const read = await runQuery(getAgreementPage, as(province.phuTho, party, "chief"), stage);
      const changed = read?.view.sinceConsent?.duties.find(({ dutyKey }) => dutyKey === "weekly-schedule");
      expect(changed?.working).toEqual([
        { rule: "noticeDays", from: 2, to: 4 },
        { rule: "opinionDays", from: 1, to: 2 },
        { rule: "silence", from: "agree", to: "remind" },
      ]);
    },
    "says that the clause still lets silence agree": async ({ stage, province }) => {
      const read = await runQuery(getAgreementPage, as(province.phuTho, party, "chief"), stage);
      expect(read?.view.contradictions).toEqual([
        { articleKey: "meetings", article: 4, clause: 4, rule: "silence", as: "remind" },
      ]);
    },
  },
  events: ["agreements.workingRulesSet"],
  wrongInput: {
    "no day": { change: { noticeDays: "0" }, field: "noticeDays" },
    "part of a day": { change: { paperDays: "1,5" }, field: "paperDays" },
    "more than sixty": { change: { opinionDays: "61" }, field: "opinionDays" },
    "no days for an opinion": { change: { opinionDays: " " }, field: "opinionDays" },
    "papers before the notice": { change: { paperDays: "5" }, field: "paperDays" },
    "a silence that means nothing known": { change: { silence: "maybe" }, field: "silence" },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: ["heads", 4] },
    "a secretary": { by: [party, "secretary"], reason: "role", source: ["heads", 4] },
  },
  conflicts: {
    "a duty of another version": {
      change: async () => ({ dutyId: (await duty(await inForce(province()))).id }),
      answer: { code: "not-found", message: "notFound" },
    },
  },
  wrongState: {
    "a draft is the contact office's own": {
      stage: () => drafted(province()),
      reason: "state",
      source: ["signing", 2],
    },
    "after the round opened": { stage: () => inRound(province()), reason: "state", source: ["signing", 2] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 2] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 2] },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: { answer: { code: "stale" } },
});

test("the database keeps the same bounds without the form", async () => {
  const version = await consented(province());
  const { officeId, accountId } = postOf(province().phuTho, party, "chief");
  const who = { tenantId: province().phuTho.tenant.id, officeId, accountId };
  for (const set of [
    "opinion_days = 0",
    "opinion_days = 61",
    "notice_days = 0",
    "paper_days = 61, notice_days = null",
    "notice_days = 2, paper_days = 3",
    "silence = 'maybe'",
  ]) {
    const outcome = await outcomeOf(
      province().pool("app"),
      who,
      `update coordination_duties set ${set} where id = '${(await duty(version)).id}'`,
    );
    expect(outcome, set).toBe("23514");
  }
});

test("an amendment of days alone is signed, and its paper says which, without a row of the matrix", async () => {
  const base = await signed(province());
  const version = await amendmentOf(province(), base);
  const { dutyId, ...asked } = await input(version);
  const contact = as(province().phuTho, party, "specialist");
  await executeCommand(setWorkingRules, contact, {
    ...asked,
    dutyId: (await duty(version, "party-meetings")).id || dutyId,
    noticeDays: "7",
    paperDays: "3",
    opinionDays: "4",
  });
  const read = await runQuery(getAgreementPage, as(province().phuTho, party, "chief"), version);
  expect(read?.view.amendment?.changed).toBe(true);
  const [text, rules] = read?.view.amendment?.articles ?? [];
  expect(text?.clauses[0]).toContain("mời họp trước ít nhất 07 ngày làm việc");
  expect(rules?.heading).toBe("Sửa đổi thời hạn phối hợp");
  expect(rules?.clauses[0]).toContain(
    "thời hạn thông báo trước từ 05 ngày làm việc thành 07 ngày làm việc; thời hạn cho ý kiến từ 03 ngày làm việc thành 04 ngày làm việc.",
  );
  for (const office of parties) await consentOf(province(), version, office);
  await executeCommand(openRound, as(province().phuTho, party, "chief"), {
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
  });
  for (const office of parties) await signedBy(province(), version, office);
  await expectLastFileSound(province(), version);
});
