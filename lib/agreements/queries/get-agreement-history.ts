import "server-only";
import { loadHistory } from "@/lib/platform/audit/load-history";
import type { Query } from "@/lib/platform/queries/run-query";
import type { AgreementHistoryView } from "../types";

/** The history of an agreement's newest version the acting office may read. */
export const getAgreementHistory: Query<{ agreementId: string }, AgreementHistoryView> = async ({
  tx,
  actor,
  input,
}) => {
  const { tenantId } = actor;
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: input.agreementId } },
    select: {
      id: true,
      title: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } },
    },
  });
  const version = agreement?.versions[0];
  if (!agreement || !version) return null;
  const entries = await loadHistory(tx, tenantId, "agreement-version", version.id);
  return { agreementId: agreement.id, title: agreement.title, entries };
};
