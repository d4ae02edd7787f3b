import { describe, expect, test } from "vitest";
import { assignDuty } from "@/lib/agreements/commands/assign-duty";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { setForm } from "@/lib/agreements/commands/set-form";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { getComparison } from "@/lib/agreements/queries/get-comparison";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { declined, drafted, revisionOf, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

async function compared(office: string, { agreementId }: VersionStage, from?: number, to?: number) {
  const answer = await runQuery(getComparison, as(province().phuTho, office, "chief"), {
    agreementId,
    from,
    to,
  });
  return answer?.view ?? null;
}

/** A declined version and the one after it, with another clause, another lead and another term. */
async function twoVersions(): Promise<VersionStage> {
  const first = await declined(province());
  const by = as(province().phuTho, council, "department-head");
  const { versionId } = await executeCommand(reviseVersion, by, { versionId: first.versionId });
  const version = { ...first, versionId };
  const edit = async () => ({ versionId, revision: await revisionOf(province(), version) });
  const [article] = await province().rows<{ heading: string; clauses: string[] }>(
    "select heading, clauses from agreement_articles where version_id = $1 and article_key = 'scope'",
    [versionId],
  );
  await executeCommand(editArticle, by, {
    ...(await edit()),
    articleKey: "scope",
    heading: article?.heading,
    text: [...(article?.clauses ?? []), "Báo cáo hằng tháng."].join("\n\n"),
  });
  const [duty] = await province().rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = 'weekly-schedule'",
    [versionId],
  );
  const officeId = (code: string) => province().phuTho.offices.get(code) ?? "";
  await executeCommand(assignDuty, by, {
    ...(await edit()),
    dutyId: duty?.id,
    leadRule: "fixed",
    cells: { [officeId(committee)]: "CT", [officeId(party)]: "PH", [officeId(council)]: "B" },
  });
  await executeCommand(setTerm, by, { ...(await edit()), plannedFrom: "01/02/2030" });
  return version;
}

describe("two versions of one agreement", () => {
  test("differ in exactly what was changed: clause, cells of the matrix, term", async () => {
    const version = await twoVersions();
    const view = await compared(party, version);
    expect(view?.versions.map(({ number, state }) => [number, state])).toEqual([
      [2, "negotiating"],
      [1, "declined"],
    ]);
    expect(view?.compared?.from).toMatchObject({ number: 1, plannedFrom: null });
    expect(view?.compared?.from.paperNumber).toMatch(/^\d+\/QCPH-/);
    expect(view?.compared?.to).toMatchObject({ number: 2, plannedFrom: "2030-02-01", paperNumber: null });
    const { articles, duties } = view?.compared?.changes ?? { articles: [], duties: [] };
    expect(articles.map(({ articleKey }) => articleKey)).toEqual(["scope"]);
    expect(articles[0]?.clauses.map(({ parts }) => parts)).toEqual([
      [{ text: "Báo cáo hằng tháng.", kind: "added" }],
    ]);
    expect(duties.map(({ dutyKey }) => dutyKey)).toEqual(["weekly-schedule"]);
    const codeOf = (id: string) => view?.offices.find((office) => office.id === id)?.code;
    expect(duties[0]?.cells.map((cell) => [codeOf(cell.officeId), cell.from, cell.to])).toContainEqual([
      committee,
      "PH",
      "CT",
    ]);
  });

  test("read the other way round, and one with itself", async () => {
    const version = await twoVersions();
    const back = await compared(council, version, 2, 1);
    expect(back?.compared?.changes.articles[0]?.clauses.map(({ parts }) => parts)).toEqual([
      [{ text: "Báo cáo hằng tháng.", kind: "removed" }],
    ]);
    const itself = await compared(council, version, 2, 2);
    expect(itself?.compared?.changes).toEqual({ paper: null, articles: [], duties: [] });
  });

  test("differ in the form of the paper and its recipients, where nothing else does", async () => {
    const first = await declined(province());
    const by = as(province().phuTho, council, "department-head");
    const { versionId } = await executeCommand(reviseVersion, by, { versionId: first.versionId });
    const version = { ...first, versionId };
    await executeCommand(setForm, by, {
      versionId,
      revision: await revisionOf(province(), version),
      form: "party",
      recipients: "- Lưu: VP.",
    });
    expect((await compared(party, version))?.compared?.changes).toEqual({
      paper: {
        form: { from: "joint", to: "party" },
        recipients: [{ text: "- Lưu: VP.", kind: "added" }],
      },
      articles: [],
      duties: [],
    });
    const back = (await compared(party, version, 2, 1))?.compared?.changes.paper;
    expect(back?.form).toEqual({ from: "party", to: "joint" });
    const page = await runQuery(getAgreementPage, as(province().phuTho, party, "chief"), version);
    expect(page?.view.changes).toMatchObject({ since: 1, paper: { form: { to: "party" } }, articles: [] });
  });

  test("are not there for an office without part, nor a version that is not there", async () => {
    const version = await twoVersions();
    expect(await compared(stranger, version)).toBeNull();
    expect(await compared(party, version, 1, 3)).toBeNull();
    expect(await compared(party, version, 0)).toBeNull();
  });

  test("need two: of a single version there is nothing to compare", async () => {
    const view = await compared(party, await drafted(province()));
    expect(view?.versions).toHaveLength(1);
    expect(view?.compared).toBeNull();
  });
});
