import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { triesBeforeLock } from "../rules";
import type { SigningPageView } from "../types";
import { getAgreementPage } from "./get-agreement-page";

/** What a signer sees: the paper, what the signature will do, and the keys in the signer's own name. */
export const getSigningPage: Query<{ agreementId: string }, SigningPageView> = async (scope) => {
  const page = await getAgreementPage(scope);
  if (!page?.round) return null;
  const { tx, actor, now } = scope;
  const keys = await tx.signingKey.findMany({
    where: {
      tenantId: actor.tenantId,
      personId: actor.personId,
      certificate: { revokedAt: null, notAfter: { gt: now } },
    },
    select: {
      certificateId: true,
      failures: true,
      lockedAt: true,
      certificate: { select: { subject: true, notAfter: true } },
    },
  });
  const mine = page.parties.find((party) => party.office.id === actor.officeId);
  return {
    ...page,
    keys: keys.map((key) => ({
      certificateId: key.certificateId,
      subject: key.certificate.subject,
      notAfter: key.certificate.notAfter,
      locked: key.lockedAt !== null,
      triesLeft: Math.max(0, triesBeforeLock - key.failures),
    })),
    consentedAt: page.consents.find((consent) => consent.partyId === mine?.id)?.at ?? null,
  };
};
