import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { judgeCertificate } from "../signing/judge-certificate";

/** Keeps a public certificate as one person's, or one body's outside: under a root that the operator listed, known to nobody before. */
export async function keepCertificate(
  tx: TenantTx,
  { tenantId, accountId }: Pick<Actor, "tenantId" | "accountId">,
  content: Uint8Array,
  holder: { personId: string } | { bodyId: string },
  now: Date,
  assertHolder: () => Promise<void>,
): Promise<{ id: string; sha256: string }> {
  const roots = await tx.signingRoot.findMany({
    where: { tenantId, removedAt: null },
    select: { id: true, sha256: true, certificateDer: true },
  });
  const judged = judgeCertificate(content, { roots: roots.map(({ certificateDer }) => certificateDer), now });
  if (!judged.ok) {
    const fields = { certificate: [`certificate.${judged.fault}`] };
    throw new DomainError("invalid", "invalid", { fields });
  }
  const { certificate } = judged;
  const root = roots.find(({ sha256 }) => sha256 === certificate.rootSha256);
  const known = await tx.certificate.count({ where: { tenantId, sha256: certificate.sha256 } });
  if (known > 0 || !root) {
    throw new DomainError("invalid", "invalid", { fields: { certificate: ["certificate.known"] } });
  }
  await assertHolder();
  const id = newId();
  await tx.certificate.createMany({
    data: [
      {
        tenantId,
        id,
        ...holder,
        rootId: root.id,
        serial: certificate.serial,
        subject: certificate.subject,
        issuer: certificate.issuer,
        sha256: certificate.sha256,
        certificateDer: new Uint8Array(certificate.der),
        chain: certificate.chain.map((der) => new Uint8Array(der)),
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        registeredBy: accountId,
        registeredAt: now,
      },
    ],
  });
  return { id, sha256: certificate.sha256 };
}
