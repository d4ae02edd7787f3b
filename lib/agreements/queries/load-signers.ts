import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { ExpectedSigner } from "../signing/verify-pdf";

/** Every signature recorded up to a file, in the order of the files. */
export async function loadSigners(
  tx: TenantTx,
  tenantId: string,
  roundId: string,
  seq: number,
): Promise<ExpectedSigner[]> {
  const select = {
    fieldName: true,
    signedAt: true,
    certificate: { select: { sha256: true } },
    document: { select: { seq: true } },
  } as const;
  const where = { tenantId, roundId, document: { seq: { lte: seq } } };
  const persons = await tx.signature.findMany({ where, select });
  const organisations = await tx.organisationSignature.findMany({ where, select });
  const outside = await tx.externalSignature.findMany({ where, select });
  return [...persons, ...outside, ...organisations]
    .toSorted((a, b) => a.document.seq - b.document.seq)
    .map(({ fieldName, signedAt, certificate }) => ({
      fieldName,
      receivedAt: signedAt,
      certificateSha256: certificate.sha256,
    }));
}

/**
 * The tenant's own authorities, and every root that was ever listed: what was signed before one was removed stays. Nothing new is
 * registered or signed under a removed one.
 */
export async function loadTrustedRoots(tx: TenantTx, tenantId: string): Promise<Uint8Array[]> {
  // Only these columns: the authority's wrapped key is closed to the system too.
  const select = { certificateDer: true } as const;
  const authorities = await tx.certificateAuthority.findMany({ where: { tenantId }, select });
  const roots = await tx.signingRoot.findMany({ where: { tenantId }, select });
  return [...authorities, ...roots].map(({ certificateDer }) => certificateDer);
}
