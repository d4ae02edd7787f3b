import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadRegisteredCertificates } from "../queries/load-registered-certificates";
import { loadSigners, loadTrustedRoots } from "../queries/load-signers";
import { judgeIncrement } from "../signing/judge-increment";
import { stampRoots } from "../stamp-authority";
import type { SigningParty } from "./keep-signature";
import type { OpenRound } from "./open-round-state";

/** Every rule for a signature that the portal's key did not make, on the whole file; throws what is wrong in words. */
export async function judgeUpload(
  { tx, actor, now }: { tx: TenantTx; actor: Actor; now: Date },
  { round, party }: { round: OpenRound; party: SigningParty },
  file: { field: string; bytes: Uint8Array },
): Promise<{ fieldName: string; certificateId: string }> {
  const certificates = await loadRegisteredCertificates(tx, actor, now);
  const judged = judgeIncrement({
    before: round.last.bytes,
    after: file.bytes,
    issued: { length: round.issuedLength, sha256: round.issuedSha256 },
    signers: await loadSigners(tx, actor.tenantId, round.id, round.last.seq),
    place: `party_${party.ordinal}`,
    registered: certificates.map(({ sha256 }) => sha256),
    roots: await loadTrustedRoots(tx, actor.tenantId),
    stampRoots: stampRoots(),
    now,
  });
  if (!judged.ok) {
    const fields = { [file.field]: [`increment.${judged.fault}`] };
    throw new DomainError("invalid", "invalid", { fields });
  }
  const certificate = certificates.find(({ sha256 }) => sha256 === judged.certificateSha256);
  if (!certificate) throw new Error("a registered certificate was judged");
  return { fieldName: judged.fieldName, certificateId: certificate.id };
}
