import { describe, expect, test } from "vitest";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { getConsolidated } from "@/lib/agreements/queries/get-consolidated";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { createTask } from "@/lib/tasks/commands/create-task";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { playChain } from "@/tests/support/amendments/play-chain";
import {
  consentOf,
  declined,
  expectLastFileSound,
  inForce,
  negotiating,
  revisionOf,
  signed,
  signedBy,
  stateOf,
  textHash,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { amendmentOf, fromDay, giveLead, signWhole, writeArticle } from "@/tests/support/builders/amendments";
import { daysGoBy } from "@/tests/support/builders/days";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { extractPages } from "@/tests/unit/agreements/signing/extract-text";

const province = useProvince();
const today = dayAt(new Date());

const dense = (text: string) => text.normalize("NFC").replace(/\s+/g, "");

async function articleOf({ versionId }: VersionStage, key: string) {
  const [article] = await province().rows<{ heading: string; clauses: string[]; ordinal: number }>(
    "select heading, clauses, ordinal from agreement_articles where version_id = $1 and article_key = $2",
    [versionId, key],
  );
  if (!article) throw new Error("no such article");
  return article;
}

async function amendedText(version: VersionStage, added: string): Promise<void> {
  const { heading, clauses } = await articleOf(version, "scope");
  await writeArticle(province(), version, "scope", { heading, clauses: [...clauses, added] });
}

async function dutyIn({ versionId }: VersionStage, key: string): Promise<string> {
  const [duty] = await province().rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = $2",
    [versionId, key],
  );
  return duty?.id ?? "";
}

const weekly = { [committee]: "CT", [party]: "PH", [council]: "PH" };

describe("an amendment", () => {
  test("names what it amends, holds the whole text to read and prints only what it changes", async () => {
    const base = await signed(province());
    const version = await amendmentOf(province(), base);
    await amendedText(version, "Báo cáo bằng văn bản điện tử.");
    await giveLead(province(), version, "weekly-schedule", weekly);
    const [kept] = await province().rows(
      `select number, state, amends_id as amends, planned_from as "from" from agreement_versions where id = $1`,
      [version.versionId],
    );
    expect(kept).toEqual({ number: 2, state: "negotiating", amends: base.versionId, from: null });
    await signWhole(province(), version);
    await expectLastFileSound(province(), version);

    const page = await runQuery(getAgreementPage, as(province().phuTho, party, "chief"), base);
    const { amendment, version: shown } = page?.view ?? {};
    const number = amendment?.papers[0]?.paperNumber ?? "";
    expect(shown?.abstract).toMatch(/^sửa đổi, bổ sung một số nội dung của Quy chế phối hợp công tác/);
    const { clauses, ordinal } = await articleOf(version, "scope");
    expect(amendment?.articles[0]?.clauses).toEqual([
      `Bổ sung khoản ${clauses.length} vào Điều ${ordinal} như sau: “${clauses.length}. Báo cáo bằng văn bản điện tử.”`,
    ]);
    expect(amendment?.articles[1]?.clauses[0]).toContain("từ phối hợp thành chủ trì");
    expect(amendment?.articles[2]?.clauses).toEqual([
      "Quy chế này có hiệu lực kể từ ngày có đủ chữ ký của các bên.",
      `Những nội dung khác của Quy chế số ${number} giữ nguyên.`,
    ]);

    const [file] = await province().rows<{ bytes: Buffer }>(
      "select bytes from issued_documents where version_id = $1 order by seq desc limit 1",
      [version.versionId],
    );
    const paper = dense(extractPages(new Uint8Array(file?.bytes ?? [])).join(""));
    for (const article of amendment?.articles ?? []) {
      for (const clause of article.clauses) expect(paper).toContain(dense(clause));
    }
    expect(paper).toContain(dense(`Căn cứ Quy chế số ${number}`));
    const unchanged = await province().rows<{ text: string }>(
      `select unnest(clauses) as text from agreement_articles where version_id = $1 and article_key <> 'scope'`,
      [version.versionId],
    );
    expect(unchanged.length).toBeGreaterThan(40);
    expect(unchanged.filter(({ text }) => paper.includes(dense(text)))).toEqual([]);
  });

  test("is neither consented to nor signed while it changes nothing", async () => {
    const base = await signed(province());
    const version = await amendmentOf(province(), base);
    const chief = as(province().phuTho, party, "chief");
    const consent = { ...version, contentHash: await textHash(province(), version) };
    await expect(executeCommand(recordConsent, chief, consent)).rejects.toMatchObject({
      messageKey: "amendmentEmpty",
    });
    const { officeId, accountId } = postOf(province().phuTho, party, "chief");
    const tenantId = province().phuTho.tenant.id;
    const outcome = await outcomeOf(
      province().pool("app"),
      { tenantId, officeId, accountId },
      `insert into signing_rounds (tenant_id, id, version_id, state, number, year, symbol, issue_date, content_hash, opened_by, opened_at)
        values ($1, gen_random_uuid(), $2, 'open', 999, 2026, 'QCPH', portal_today(), version_content_hash($1, $2), $3, now())`,
      [tenantId, version.versionId, accountId],
    );
    expect(outcome).toBe("PH002 nothing-amended");
  });

  test("is followed by a whole text that takes its head from the first one", async () => {
    const base = await signed(province());
    const version = await amendmentOf(province(), base);
    await amendedText(version, "Báo cáo hằng quý.");
    await signWhole(province(), version);
    const whole = await executeCommand(reviseVersion, as(province().phuTho, party, "chief"), {
      versionId: version.versionId,
      as: "whole",
    });
    const rows = await province().rows(
      "select amends_id as amends, abstract from agreement_versions where agreement_id = $1 order by number",
      [base.agreementId],
    );
    expect(rows[2]).toEqual({ amends: null, abstract: (rows[0] as { abstract: string }).abstract });
    expect(await stateOf(province(), { ...base, ...whole })).toBe("negotiating");
  });

  test("is made of a signed version only", async () => {
    const ended = await declined(province());
    const asked = executeCommand(reviseVersion, as(province().phuTho, party, "chief"), {
      versionId: ended.versionId,
      as: "amendment",
    });
    await expect(asked).rejects.toMatchObject({ messageKey: "amendsSigned" });
  });

  test("of an agreement yet to come begins not before it, by the product and by the database", async () => {
    const base = await signed(province());
    const first = await amendmentOf(province(), base);
    await amendedText(first, "Từ sang năm.");
    await fromDay(province(), first, plusDays(today, 200));
    await signWhole(province(), first);
    const second = await amendmentOf(province(), first);
    const [planned] = await province().rows<{ from: string }>(
      `select planned_from::text as "from" from agreement_versions where id = $1`,
      [second.versionId],
    );
    expect(planned?.from).toBe(plusDays(today, 200));
    const early = executeCommand(setTerm, as(province().phuTho, party, "specialist"), {
      versionId: second.versionId,
      revision: await revisionOf(province(), second),
      plannedFrom: formatDay(plusDays(today, 100)),
      plannedUntil: "",
    });
    await expect(early).rejects.toMatchObject({
      details: { fields: { plannedFrom: ["fromBeforeSigned"] } },
    });
    const { officeId, accountId } = postOf(province().phuTho, party, "chief");
    const settings = { tenantId: province().phuTho.tenant.id, officeId, accountId };
    const raw = (change: string) =>
      outcomeOf(
        province().pool("app"),
        settings,
        `update agreement_versions set ${change}, revision = revision + 1 where id = $1`,
        [second.versionId],
      );
    expect(await raw("planned_from = portal_today() + 100")).toBe("PH002 dates");
    expect(await raw("planned_from = null")).toBe("PH002 dates");
    expect(await raw("amends_id = null")).toBe("PH002 frozen");
    expect(await raw("planned_from = portal_today() + 200")).toBe("done");
  });
});

describe("what is amended runs out while the amendment is on its way", () => {
  const chief = () => as(province().phuTho, party, "chief");

  /** An amendment of an agreement that had five days left; six went by since all consented to it. */
  async function overtaken(): Promise<VersionStage> {
    const base = await negotiating(province());
    const term = { plannedFrom: "", plannedUntil: formatDay(plusDays(today, 4)) };
    await executeCommand(setTerm, chief(), { versionId: base.versionId, revision: 1, ...term });
    await signWhole(province(), base);
    const version = await amendmentOf(province(), base);
    await amendedText(version, "Không ghi ngày hết hiệu lực.");
    const revision = await revisionOf(province(), version);
    await executeCommand(setTerm, chief(), { ...version, revision, plannedFrom: "", plannedUntil: "" });
    for (const office of [party, council, committee]) await consentOf(province(), version, office);
    return version;
  }

  test("then no round is opened, by the product and by the database, and it goes on as a whole text", async () => {
    const version = await overtaken();
    await daysGoBy(province(), version.agreementId, 6);
    const { versionId } = version;
    const revision = await revisionOf(province(), version);
    await expect(executeCommand(openRound, chief(), { versionId, revision })).rejects.toMatchObject({
      messageKey: "amendsExpired",
    });
    const { officeId, accountId } = postOf(province().phuTho, party, "chief");
    const tenantId = province().phuTho.tenant.id;
    const round = `insert into signing_rounds (tenant_id, id, version_id, state, number, year, symbol, issue_date, content_hash, opened_by, opened_at)
        values ($1, gen_random_uuid(), $2, 'open', 999, 2026, 'QCPH', portal_today(), version_content_hash($1, $2), $3, now())`;
    const raw = () =>
      outcomeOf(province().pool("app"), { tenantId, officeId, accountId }, round, [
        tenantId,
        versionId,
        accountId,
      ]);
    expect(await raw()).toBe("PH002 amends");
    await executeCommand(withdrawVersion, chief(), { versionId, reason: "Quy chế gốc đã hết hiệu lực." });
    const next = await executeCommand(reviseVersion, chief(), { versionId });
    const versions = await province().rows<{ amends: string | null; abstract: string }>(
      "select amends_id as amends, abstract from agreement_versions where agreement_id = $1 order by number",
      [version.agreementId],
    );
    expect(versions.at(-1)).toEqual({ amends: null, abstract: versions[0]?.abstract });
    expect((await articleOf({ ...version, ...next }, "scope")).clauses.at(-1)).toBe(
      "Không ghi ngày hết hiệu lực.",
    );
  });

  test("then nobody signs it any more", async () => {
    const version = await overtaken();
    const revision = await revisionOf(province(), version);
    await executeCommand(openRound, chief(), { versionId: version.versionId, revision });
    await daysGoBy(province(), version.agreementId, 6);
    await expect(signedBy(province(), version, council)).rejects.toMatchObject({
      messageKey: "amendsExpired",
    });
  });
});

describe("open items", () => {
  test("keep the rules under which they were made; what is made after the amendment has the new lead", async () => {
    const base = await signed(province());
    const by = as(province().phuTho, committee, "records-clerk");
    const title = "Lịch tuần 48";
    const taskId = async (version: VersionStage) => {
      const dutyId = await dutyIn(version, "weekly-schedule");
      return (await executeCommand(createTask, by, { dutyId, title, description: "" })).taskId;
    };
    const before = await taskId(base);
    const row = async (id: string) =>
      (
        await province().rows<{ lead: string; version: string }>(
          `select o.code as lead, t.version_id as version from tasks t
            join offices o on o.tenant_id = t.tenant_id and o.id = t.lead_office_id where t.id = $1`,
          [id],
        )
      )[0];
    const version = await amendmentOf(province(), base);
    await giveLead(province(), version, "weekly-schedule", weekly);
    await signWhole(province(), version);
    const oldDuty = await dutyIn(base, "weekly-schedule");
    await expect(
      executeCommand(createTask, by, { dutyId: oldDuty, title, description: "" }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await row(before)).toEqual({ lead: party, version: base.versionId });
    expect(await row(await taskId(version))).toEqual({ lead: committee, version: version.versionId });
  });
});

describe("the consolidated text", () => {
  test("says which amendment gave a clause its words, and of a day without agreement that there is none", async () => {
    const base = await signed(province());
    const version = await amendmentOf(province(), base);
    await amendedText(version, "Báo cáo hằng năm.");
    await fromDay(province(), version, plusDays(today, 30));
    await signWhole(province(), version);
    const on = async (day: string) =>
      (await runQuery(getConsolidated, as(province().phuTho, council, "chief"), { ...base, on: day }))?.view
        .text;
    expect(await on(plusDays(today, -1))).toBeNull();
    expect((await on(today))?.amendedBy).toEqual({});
    const later = await on(plusDays(today, 30));
    const { clauses } = await articleOf(version, "scope");
    expect(later?.amendedBy).toEqual({ [`scope.${clauses.length}`]: later?.papers[1]?.paperNumber });
    expect(later?.papers.map(({ effectiveFrom }) => effectiveFrom)).toEqual([today, plusDays(today, 30)]);
  });

  test.each([
    [1, 4],
    [2, 1],
  ])("of chain %i of %i amendments is the golden text on every day", async (seed, length) => {
    await playChain(province(), seed, length);
  });
});

test("the demonstration's agreement is no amendment", async () => {
  const page = await runQuery(
    getAgreementPage,
    as(province().phuTho, party, "chief"),
    await inForce(province()),
  );
  expect(page?.view.amendment).toBeNull();
});
