import "server-only";
import { z } from "zod";
import { asSystem, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { recordEvents } from "@/lib/platform/events/record-events";
import { newId } from "@/lib/platform/ids";
import { documentChecked } from "../events";
import { loadSigners, loadTrustedRoots } from "../queries/load-signers";
import { placesOf } from "../signing/signature-places";
import { verifyAgreementPdf } from "../signing/verify-pdf";
import { stampRoots } from "../stamp-authority";

const dataSchema = z.object({ tenantId: z.uuid(), documentId: z.uuid() });

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
    roots: await loadTrustedRoots(tx, tenantId),
    stampRoots: stampRoots(),
    issued: { sha256: issued.sha256, length: issued.bytes.length },
    signers: await loadSigners(tx, tenantId, document.roundId, document.seq),
    reserved: placesOf(issued.bytes),
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
