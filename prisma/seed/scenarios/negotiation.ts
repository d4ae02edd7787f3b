import { assignDuty } from "@/lib/agreements/commands/assign-duty";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "../caller";
import type { SeededTenant } from "../create-tenant";
import { readAs } from "./agreements";

const informedToo = / Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh được thông tin để biết\./;

/**
 * What parties do while they negotiate: the council's office asks to be left out of the committee's submissions to the
 * Standing Board, in the matrix and in the clause. So the demonstration has work in which an office has no part at all.
 * Answers the revision of the text afterwards.
 */
export async function leaveCouncilOutOfSubmissions(seeded: SeededTenant, versionId: string): Promise<number> {
  const council = "VP ĐĐBQH&HĐND";
  const tenantId = seeded.tenant.id;
  const office = (code: string) => seeded.offices.get(code) ?? "";
  const [duty, article] = await readAs(seeded, council, async (tx) => [
    await tx.coordinationDuty.findFirstOrThrow({
      where: { tenantId, versionId, dutyKey: "committee-submissions" },
    }),
    await tx.agreementArticle.findFirstOrThrow({ where: { tenantId, versionId, articleKey: "appraisal" } }),
  ]);
  const caller = as(seeded, council, "department-head");
  await executeCommand(assignDuty, caller, {
    versionId,
    revision: 1,
    dutyId: duty.id,
    leadRule: "fixed",
    cells: { [office("VPTU")]: "PH", [office(council)]: "", [office("VP UBND")]: "CT" },
  });
  const clauses = article.clauses.map((clause, index) =>
    index + 1 === duty.clause ? clause.replace(informedToo, "") : clause,
  );
  if (clauses.join() === article.clauses.join())
    throw new Error("the clause does not name the council's office");
  await executeCommand(editArticle, caller, {
    versionId,
    revision: 2,
    articleKey: article.articleKey,
    heading: article.heading,
    text: clauses.join("\n\n"),
  });
  return 3;
}
