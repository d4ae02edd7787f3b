import { expect, test } from "vitest";
import { draftAgreement } from "@/lib/agreements/commands/draft-agreement";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { seedNgheAn } from "@/prisma/seed/demonstration";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { testServerKey } from "@/tests/support/database-names";

const province = useProvince();

const draftedBy = (office: string, codes: readonly string[]) =>
  executeCommand(draftAgreement, as(province().phuTho, office, "specialist"), {
    title: "Quy chế phối hợp phục vụ Hội đồng nhân dân và Ủy ban nhân dân tỉnh",
    officeIds: codes.map((code) => province().phuTho.offices.get(code) ?? ""),
  });

test("two offices that serve council and committee draft from their own text", async () => {
  const { agreementId } = await draftedBy(council, [committee]);
  const answer = await runQuery(getAgreementPage, as(province().phuTho, council, "chief"), { agreementId });
  const view = answer?.view;
  expect(view?.parties.map(({ office }) => office.code)).toEqual([council, committee]);
  expect(view?.matrix.flatMap(({ duties }) => duties.map(({ dutyKey }) => dutyKey))).toContain(
    "between-sessions",
  );
  expect(view?.version.abstract).toContain("Thường trực Hội đồng nhân dân và Ủy ban nhân dân");
});

test("without an office of one of the two there is no text", async () => {
  await expect(draftedBy(party, [committee])).rejects.toMatchObject({ messageKey: "officesMissing" });
});

test("the demonstration's council and committee have signed theirs in the State's form", async () => {
  const { seeded, agreement } = await seedNgheAn({
    ownerUrl: province().urls.owner,
    password: province().password,
    serverKey: Buffer.from(testServerKey, "base64"),
  });
  const answer = await runQuery(getAgreementPage, as(seeded, "VP UBND", "chief"), {
    agreementId: agreement.agreementId,
  });
  const view = answer?.view;
  expect(view?.version).toMatchObject({ state: "in-force", form: "state" });
  expect(view?.round?.number).toMatch(/^01\/QC-VPĐĐBQH&HĐND-VPUBND$/);
  expect(view?.round?.organisations?.signed).toHaveLength(2);
  const [task] = await province().rows<{ code: string }>(
    "select o.code from tasks t join offices o on o.tenant_id = t.tenant_id and o.id = t.lead_office_id where t.tenant_id = $1",
    [seeded.tenant.id],
  );
  expect(task?.code).toBe("VP UBND");
});
