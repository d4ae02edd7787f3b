import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";

export type RegisteredCertificate = {
  id: string;
  sha256: string;
  subject: string;
  issuer: string;
  notAfter: Date;
  chain: Uint8Array[];
};

/** The certificates this person may sign with elsewhere now, newest first: registered, valid, under a root that is still listed. */
export async function loadRegisteredCertificates(
  tx: TenantTx,
  { tenantId, personId }: Pick<Actor, "tenantId" | "personId">,
  now: Date,
): Promise<RegisteredCertificate[]> {
  return tx.certificate.findMany({
    where: {
      tenantId,
      personId,
      authorityId: null,
      revokedAt: null,
      notBefore: { lte: now },
      notAfter: { gt: now },
      root: { removedAt: null },
    },
    orderBy: [{ notBefore: "desc" }, { id: "desc" }],
    select: { id: true, sha256: true, subject: true, issuer: true, notAfter: true, chain: true },
  });
}
