import "server-only";
import { assertPassword } from "@/lib/platform/auth/assert-password";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { certificateRegistered } from "../events";
import { allowBesideAgreements } from "../refusal";
import { registerCertificateSchema } from "../schema";
import { judgeCertificate } from "../signing/judge-certificate";

/**
 * A person registers the certificate they will sign with elsewhere, as the holder and after the password anew. It must lead to a
 * root that the operator listed; whose it is, is this person's word, on record.
 */
export const registerCertificate = defineCommand({
  name: "agreements.registerCertificate",
  input: registerCertificateSchema,
  subject: ({ actor }) => Promise.resolve({ personId: actor.personId }),
  allow: ({ actor }) => allowBesideAgreements(actor, "registerCertificate"),
  async run({ tx, actor, input, now }) {
    const { tenantId, personId, accountId } = actor;
    const roots = await tx.signingRoot.findMany({
      where: { tenantId, removedAt: null },
      select: { id: true, sha256: true, certificateDer: true },
    });
    const judged = judgeCertificate(input.certificate.content, {
      roots: roots.map(({ certificateDer }) => certificateDer),
      now,
    });
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
    await assertPassword(accountId, input.password, now);
    const id = newId();
    await tx.certificate.createMany({
      data: [
        {
          tenantId,
          id,
          personId,
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
    return {
      result: { certificateId: id },
      events: [certificateRegistered(id, { personId, sha256: certificate.sha256 })],
    };
  },
});
