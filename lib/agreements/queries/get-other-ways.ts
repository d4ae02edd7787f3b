import "server-only";
import { loadReturnedForm } from "@/lib/platform/files/returned-form";
import type { Query } from "@/lib/platform/queries/run-query";
import type { OtherWaysView } from "../types";
import { getAgreementPage } from "./get-agreement-page";

/** What a signer needs who signs with a certificate that the portal did not issue: the own ones, and whether the turn is taken. */
export const getOtherWays: Query<
  { agreementId: string; returned?: string | undefined },
  OtherWaysView
> = async (scope) => {
  const page = await getAgreementPage(scope);
  if (!page?.round) return null;
  const { tx, actor, input, now } = scope;
  const registered = await tx.certificate.findMany({
    where: {
      tenantId: actor.tenantId,
      personId: actor.personId,
      authorityId: null,
      revokedAt: null,
      notBefore: { lte: now },
      notAfter: { gt: now },
      root: { removedAt: null },
    },
    orderBy: [{ notBefore: "desc" }, { id: "desc" }],
    select: { id: true, subject: true, issuer: true, notAfter: true },
  });
  return { ...page, registered, returned: await loadReturnedForm(tx, actor, input.returned) };
};
