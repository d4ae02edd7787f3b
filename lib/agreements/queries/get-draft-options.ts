import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideAgreement } from "../policy";
import type { DraftOptionsView } from "../types";

/** What the form for a new agreement offers: the offices that may sign it. */
export const getDraftOptions: Query<Record<string, never>, DraftOptionsView> = async ({ tx, actor }) => {
  const offices = await tx.office.findMany({
    where: { tenantId: actor.tenantId },
    orderBy: { ordinal: "asc" },
    select: { id: true, code: true, name: true, tint: true },
  });
  return {
    mayDraft: decideAgreement(actor, "draft", { state: "none", contactOfficeId: "", parties: [] }).allowed,
    offices: offices.map((office) => ({ ...office, mine: office.id === actor.officeId })),
  };
};
