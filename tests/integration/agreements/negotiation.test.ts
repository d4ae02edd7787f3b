import { describe, expect, test } from "vitest";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { setForm } from "@/lib/agreements/commands/set-form";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { getSigningPage } from "@/lib/agreements/queries/get-signing-page";
import type { AgreementPageView } from "@/lib/agreements/types";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { proposedText, withPoint } from "@/tests/support/builders/agreement-points";
import {
  consentOf,
  declined,
  negotiating,
  parties,
  revisionOf,
  type VersionStage,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

function settingsOf(office: string) {
  const post = postOf(province().phuTho, office, "chief");
  return { tenantId: province().phuTho.tenant.id, officeId: post.officeId, accountId: post.accountId };
}

const asApp = (office: string, sql: string, values: unknown[]) =>
  outcomeOf(province().pool("app"), settingsOf(office), sql, values);

async function pageFor(office: string, { agreementId }: VersionStage): Promise<AgreementPageView> {
  const page = await runQuery(getAgreementPage, as(province().phuTho, office, "chief"), { agreementId });
  if (!page) throw new Error("the agreement cannot be read");
  return page.view;
}

async function edited(version: VersionStage, change: (clause: string) => string): Promise<void> {
  const [article] = await province().rows<{ clauses: string[]; heading: string }>(
    "select clauses, heading from agreement_articles where version_id = $1 and article_key = 'scope'",
    [version.versionId],
  );
  const [first = "", ...rest] = article?.clauses ?? [];
  await executeCommand(editArticle, as(province().phuTho, party, "specialist"), {
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    articleKey: "scope",
    heading: article?.heading,
    text: [change(first), ...rest].join("\n\n"),
  });
}

describe("what changed since one's own consent", () => {
  test("is told to the party whose consent fell away, and to nobody else", async () => {
    const version = await negotiating(province());
    await consentOf(province(), version, council);
    expect((await pageFor(council, version)).sinceConsent).toBeNull();
    await edited(version, (clause) => `${clause} Có báo cáo hằng tháng.`);
    await edited(version, (clause) => `${clause} Gửi trước ngày 25.`);
    const { sinceConsent } = await pageFor(council, version);
    expect(sinceConsent?.duties).toEqual([]);
    expect(sinceConsent?.articles.map(({ articleKey }) => articleKey)).toEqual(["scope"]);
    const [change] = sinceConsent?.articles[0]?.clauses ?? [];
    const added = change?.parts.filter(({ kind }) => kind === "added").map(({ text }) => text.trim());
    expect(added).toEqual(["Có báo cáo hằng tháng. Gửi trước ngày 25."]);
    expect((await pageFor(committee, version)).sinceConsent).toBeNull();
  });

  test("is nothing where the text reads again as it did, and begins anew with the next consent", async () => {
    const version = await negotiating(province());
    await consentOf(province(), version, council);
    await edited(version, (clause) => `${clause} Thêm.`);
    await edited(version, (clause) => clause.replace(/ Thêm\.$/, ""));
    expect((await pageFor(council, version)).sinceConsent).toBeNull();
    await edited(version, (clause) => `${clause} Thêm nữa.`);
    await consentOf(province(), version, council);
    expect((await pageFor(council, version)).sinceConsent).toBeNull();
  });

  test("tells another form of the paper, against the template as well; its signers see what differs from the version before", async () => {
    const version = await negotiating(province());
    await consentOf(province(), version, council);
    const set = async (of: VersionStage, form: string) =>
      executeCommand(setForm, as(province().phuTho, party, "specialist"), {
        versionId: of.versionId,
        revision: await revisionOf(province(), of),
        form,
        recipients: "- Như trên;\n- Lưu: VT.",
      });
    await set(version, "state");
    const { sinceConsent, changes } = await pageFor(council, version);
    const paper = { form: { from: "joint", to: "state" } };
    expect(sinceConsent).toMatchObject({ paper, articles: [], duties: [] });
    expect(changes).toMatchObject({ since: null, paper });
    await set(version, "joint");
    expect((await pageFor(council, version)).changes?.paper).toBeNull();

    const first = await declined(province());
    const { versionId } = await executeCommand(
      reviseVersion,
      as(province().phuTho, party, "department-head"),
      {
        versionId: first.versionId,
      },
    );
    const second = { ...first, versionId };
    await set(second, "party");
    for (const office of parties) await consentOf(province(), second, office);
    await executeCommand(openRound, as(province().phuTho, party, "chief"), {
      ...second,
      revision: await revisionOf(province(), second),
    });
    const signing = await runQuery(getSigningPage, as(province().phuTho, council, "chief"), second);
    expect(signing?.view.changes).toMatchObject({
      since: 1,
      paper: { form: { from: "joint", to: "party" } },
      articles: [],
    });
  });

  test("rests on texts that nobody writes or changes but the database itself", async () => {
    const version = await negotiating(province());
    await consentOf(province(), version, council);
    const kept = await province().rows<{ id: string }>("select id from consented_texts");
    expect(kept.length).toBeGreaterThan(0);
    for (const sql of [
      "update consented_texts set content = '{}'",
      "delete from consented_texts",
      "insert into consented_texts select tenant_id, gen_random_uuid(), version_id, party_id, content_hash, content, now() from consented_texts",
    ])
      expect(await asApp(council, sql, [])).toBe("42501");
  });
});

describe("the page", () => {
  test("shows a proposal as redline and offers each party what it may do", async () => {
    const point = await withPoint(province(), "proposal");
    const mine = (await pageFor(committee, point)).points;
    const theirs = (await pageFor(council, point)).points;
    expect(mine).toMatchObject([
      { kind: "proposal", state: "open", office: committee, fits: true, may: { answer: false, close: true } },
    ]);
    expect(theirs).toMatchObject([{ may: { answer: true, close: false } }]);
    const kept = theirs[0]?.redline?.filter(({ kind }) => kind !== "removed").map(({ text }) => text);
    expect(kept?.join("")).toBe(proposedText);
    await edited(point, () => "Khoản một đã viết khác.");
    expect((await pageFor(council, point)).points).toMatchObject([{ fits: false }]);
  });
});

// The application code taken away.
describe("the database refuses", () => {
  const update = (set: string) => `update clause_points set ${set} where id = $1`;
  const answered = (office: string, state: string, closed: string) => {
    const { officeId, accountId } = settingsOf(office);
    return update(
      `state = '${state}', answer = 'Lý do', answer_office_id = '${officeId}', answer_account_id = '${accountId}', answered_at = now(), closed_at = ${closed}`,
    );
  };

  test("answering one's own word, closing another's, speaking for another", async () => {
    const { pointId } = await withPoint(province(), "proposal");
    expect(await asApp(committee, answered(committee, "rejected", "now()"), [pointId])).toBe("PH001 part");
    expect(await asApp(council, answered(party, "rejected", "now()"), [pointId])).toBe("PH001 part");
    expect(await asApp(council, update("state = 'withdrawn', closed_at = now()"), [pointId])).toBe(
      "PH001 part",
    );
  });

  test("calling a proposal accepted whose words do not stand in the text", async () => {
    const { pointId } = await withPoint(province(), "proposal");
    expect(await asApp(council, answered(council, "accepted", "now()"), [pointId])).toBe("PH002 stale");
  });

  test("another word in place of what was said, another order of states, an answer without words", async () => {
    const { pointId, versionId } = await withPoint(province(), "remark");
    expect(await asApp(committee, update("words = 'khác'"), [pointId])).toBe("42501");
    expect(await asApp(council, answered(council, "accepted", "now()"), [pointId])).toBe("PH002 state");
    expect(
      await asApp(council, answered(council, "answered", "null").replace("'Lý do'", "' '"), [pointId]),
    ).toBe("23514");
    await executeCommand(withdrawVersion, as(province().phuTho, party, "chief"), {
      versionId,
      reason: "Soạn nhầm bản mẫu.",
    });
    expect(await asApp(council, answered(council, "answered", "null"), [pointId])).toBe("PH002 state");
  });
});
