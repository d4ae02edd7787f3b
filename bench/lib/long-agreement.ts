import { editArticle } from "@/lib/agreements/commands/edit-article";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { actForOffice, inTenant } from "@/lib/platform/db/tenant-transaction";
import { as, postOf } from "@/prisma/seed/caller";
import type { SeededTenant } from "@/prisma/seed/create-tenant";
import { openAgreement, readAs, sign } from "@/prisma/seed/scenarios/agreements";

const contact = "VPTU";

/** Repeats the template's own articles in one chapter more until there are `articles`. No command adds an article. */
async function lengthen(seeded: SeededTenant, versionId: string, articles: number): Promise<void> {
  const { accountId, officeId } = postOf(seeded, contact, "specialist");
  const tenantId = seeded.tenant.id;
  await inTenant({ tenantId, accountId }, async (tx) => {
    await actForOffice(tx, officeId);
    const own = await tx.agreementArticle.findMany({
      where: { tenantId, versionId },
      orderBy: { ordinal: "asc" },
    });
    const more = Array.from({ length: articles - own.length }, (_, index) => {
      const model = own[index % own.length];
      if (!model) throw new Error("the template has no articles");
      return {
        ...model,
        articleKey: `more-${index + 1}`,
        ordinal: own.length + index + 1,
        chapterOrdinal: 4,
        chapterTitle: "Quy định bổ sung",
      };
    });
    await tx.agreementArticle.createMany({ data: more });
  });
}

/**
 * An agreement of so many articles in two versions: the first signed by all, the second under negotiation with every fifth
 * article reworded. Answers its id.
 */
export async function makeLongAgreement(
  seeded: SeededTenant,
  passphrase: string,
  articles: number,
): Promise<string> {
  const tenantId = seeded.tenant.id;
  const text = { title: `Quy chế ${articles} điều`, contact, plannedFrom: "2030-01-01" };
  const { agreementId, versionId } = await openAgreement(seeded, text, async (versionId) => {
    await lengthen(seeded, versionId, articles);
    return 1;
  });
  for (const office of seeded.offices.keys()) await sign(seeded, versionId, office, passphrase);
  const next = await executeCommand(reviseVersion, as(seeded, contact, "chief"), { versionId });
  const copied = await readAs(seeded, contact, (tx) =>
    tx.agreementArticle.findMany({
      where: { tenantId, versionId: next.versionId },
      orderBy: { ordinal: "asc" },
    }),
  );
  const reworded = copied.filter(({ ordinal }) => ordinal % 5 === 0);
  for (const [index, { articleKey, heading, clauses }] of reworded.entries()) {
    await executeCommand(editArticle, as(seeded, contact, "specialist"), {
      versionId: next.versionId,
      revision: index + 1,
      articleKey,
      heading,
      text: clauses.map((clause) => `${clause} Nội dung này được rà soát hằng năm.`).join("\n\n"),
    });
  }
  return agreementId;
}
