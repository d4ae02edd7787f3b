import "server-only";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import type { Query } from "@/lib/platform/queries/run-query";
import { decidePetition } from "../policy";
import type { PetitionReceiptView } from "../types";
import { getPetitionPage } from "./get-petition-page";

/** A letter's receipt, with how many secrets it had and whether the acting person may give one. */
export const getPetitionReceipt: Query<{ petitionId: string }, PetitionReceiptView> = async (scope) => {
  const page = await getPetitionPage(scope);
  if (!page) return null;
  const { tx, actor } = scope;
  const of = { tenantId: actor.tenantId, petitionId: page.petitionId };
  const secret = await tx.petitionSecret.findFirst({ where: of, select: { issues: true } });
  const subject = {
    state: page.state,
    leadOfficeId: page.lead.id,
    receivingOfficeId: page.receivingOffice.id,
    filingOfficeId: page.filingOffice.id,
    offices: [],
  };
  return {
    ...page,
    lookUpAt: portalAddress(`/${actor.tenantSlug}/citizen/look-up`),
    secretIssues: secret?.issues ?? 0,
    mayIssueSecret: decidePetition(actor, "issueSecret", subject).allowed,
  };
};
