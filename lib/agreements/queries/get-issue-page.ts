import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import type { IssuePageView } from "../types";
import { getAgreementPage } from "./get-agreement-page";

/** What a records clerk sees who adds the organisation's signature: the file and the key of the acting office. */
export const getIssuePage: Query<{ agreementId: string }, IssuePageView> = async (scope) => {
  const page = await getAgreementPage(scope);
  if (!page?.round) return null;
  const { tx, actor, now } = scope;
  const key = await tx.signingKey.findFirst({
    where: {
      tenantId: actor.tenantId,
      officeId: actor.officeId,
      certificate: { revokedAt: null, notAfter: { gt: now } },
    },
    orderBy: { certificate: { notBefore: "desc" } },
    select: { certificateId: true, lockedAt: true, certificate: { select: { notAfter: true } } },
  });
  return {
    ...page,
    officeKey: key && {
      certificateId: key.certificateId,
      notAfter: key.certificate.notAfter,
      locked: key.lockedAt !== null,
    },
  };
};
