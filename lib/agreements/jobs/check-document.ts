import "server-only";
import { z } from "zod";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { recordEvents } from "@/lib/platform/events/record-events";
import { newId } from "@/lib/platform/ids";
import { documentChecked } from "../events";
import type { ExpectedSigner } from "../signing/verify-pdf";
import { verifyAgreementPdf } from "../signing/verify-pdf";

const dataSchema = z.object({ tenantId: z.uuid(), documentId: z.uuid() });

/** Every signature recorded up to this file, in the order of the files. */
async function signersUpTo(
  tx: TenantTx,
  tenantId: string,
  roundId: string,
  seq: number,
): Promise<ExpectedSigner[]> {
  const signatures = await tx.signature.findMany({
    where: { tenantId, roundId, document: { seq: { lte: seq } } },
    orderBy: { document: { seq: "asc" } },
    select: { fieldName: true, signedAt: true, certificate: { select: { sha256: true } } },
  });
  return signatures.map(({ fieldName, signedAt, certificate }) => ({
    fieldName,
    receivedAt: signedAt,
    certificateSha256: certificate.sha256,
  }));
}

async function trustedRoots(tx: TenantTx, tenantId: string): Promise<Uint8Array[]> {
  // Only these columns: the authority's wrapped key is closed to the system too.
  const authorities = await tx.certificateAuthority.findMany({
    where: { tenantId },
    select: { certificateDer: true },
  });
  return authorities.map((authority) => authority.certificateDer);
}

/** The verdict on one stored file against everything the database recorded about it. */
async function judge(
  tx: TenantTx,
  tenantId: string,
  document: { roundId: string; seq: number; bytes: Uint8Array },
  now: Date,
) {
  const issued = await tx.issuedDocument.findFirstOrThrow({
    where: { tenantId, roundId: document.roundId, seq: 0 },
    select: { sha256: true, bytes: true },
  });
  const result = verifyAgreementPdf(document.bytes, {
    roots: await trustedRoots(tx, tenantId),
    issued: { sha256: issued.sha256, length: issued.bytes.length },
    signers: await signersUpTo(tx, tenantId, document.roundId, document.seq),
    now,
  });
  // The issued file bears no signature yet, and that is right.
  const file = result.problems.filter((problem) => document.seq > 0 || problem.code !== "no-signature");
  const signatures = result.signatures.map((signature) => signature.problems);
  const ok = file.length === 0 && signatures.every((problems) => problems.length === 0);
  return { ok, problems: { file, signatures } };
}

/**
 * Verifies a stored file object by object and keeps the verdict, once for each file. `data` is { tenantId, documentId };
 * a file that is not there is nothing to do.
 */
export async function checkDocument(data: unknown): Promise<void> {
  const { tenantId, documentId } = dataSchema.parse(data);
  await asSystem(tenantId, async (tx) => {
    // Two deliveries of one job queue here; the second finds the verdict of the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`check-document:${documentId}`}, 0))`;
    const document = await tx.issuedDocument.findUnique({
      where: { tenantId_id: { tenantId, id: documentId } },
    });
    if (!document || (await tx.documentCheck.count({ where: { tenantId, documentId } })) > 0) return;
    const { versionId, roundId, seq, sha256 } = document;
    const now = new Date();
    const { ok, problems } = await judge(tx, tenantId, document, now);
    await tx.documentCheck.createMany({
      data: [{ tenantId, id: newId(), versionId, documentId, ok, problems, at: now }],
    });
    await recordEvents(tx, [documentChecked(versionId, { documentId, roundId, seq, sha256, ok })], []);
  });
}
