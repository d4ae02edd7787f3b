import "server-only";
import { dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { loadOutsideParties } from "../external/queries/load-outside";
import type { ExternalParty } from "../external/types";
import { paperContent } from "../paper-content";
import type { PaperForm } from "../paper-form";
import { termClause } from "../rules";
import type { AgreementPdfInput } from "../signing/agreement-pdf-input";
import type { Party } from "../types";
import { loadAmendment } from "./load-amendment";
import { loadContent } from "./load-content";
import { loadParties } from "./load-parties";

type Paper = Pick<
  AgreementPdfInput,
  "form" | "recipients" | "title" | "abstract" | "bases" | "chapters" | "matrix" | "templateMark"
>;

const day = (column: Date | null) => (column === null ? null : dayFromColumn(column));

/** What the paper of a version says, whether it is signed or only read, and its parties; of an amendment what it changes. */
export async function loadPaper(
  tx: TenantTx,
  tenantId: string,
  version: { id: string; agreementId: string },
): Promise<{ paper: Paper; parties: Party[]; outside: ExternalParty[] }> {
  const row = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: version.id } },
    select: {
      id: true,
      abstract: true,
      mark: true,
      bases: true,
      form: true,
      recipients: true,
      amendsId: true,
      plannedFrom: true,
      plannedUntil: true,
    },
  });
  const content = await loadContent(tx, tenantId, version.id);
  const parties = await loadParties(tx, tenantId, version.agreementId);
  const amendment = await loadAmendment(tx, tenantId, row, { content, parties });
  const dated = termClause(day(row.plannedFrom), day(row.plannedUntil));
  return {
    parties,
    outside: await loadOutsideParties(tx, tenantId, {
      agreementId: version.agreementId,
      versionId: version.id,
    }),
    paper: {
      form: row.form as PaperForm,
      recipients: row.recipients,
      title: "Quy chế",
      abstract: row.abstract,
      bases: row.bases,
      ...paperContent({ content, parties, amendment, dated }),
      ...(row.mark ? { templateMark: row.mark } : {}),
    },
  };
}
