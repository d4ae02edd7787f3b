import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { ExternalAnswer, ExternalParty, ExternalStanding, ExternalVia, LinkPurpose } from "../types";

type Signer = { signingTitle: string; signerName: string; reason: string; namedAt: Date };

/** The parties outside as a version has them, in the order of the paper: after those of the portal. */
export async function loadOutsideParties(
  tx: TenantTx,
  tenantId: string,
  { agreementId, versionId }: { agreementId: string; versionId: string },
): Promise<ExternalParty[]> {
  const own = await tx.agreementParty.count({ where: { tenantId, agreementId } });
  const rows = await tx.externalParty.findMany({
    where: { tenantId, agreementId },
    orderBy: { ordinal: "asc" },
    select: {
      id: true,
      bodyId: true,
      name: true,
      signingTitle: true,
      signerName: true,
      office: { select: { id: true, code: true, name: true, tint: true } },
    },
  });
  if (rows.length === 0) return [];
  const renamed = await tx.$queryRaw<({ partyId: string } & Signer)[]>`
    select party_id as "partyId", signing_title as "signingTitle", signer_name as "signerName", reason, named_at as "namedAt"
    from outside_signers(${versionId}::uuid)`;
  return rows.map((row, index) => {
    const signer = renamed.find(({ partyId }) => partyId === row.id);
    return {
      ...row,
      ...(signer ? { signingTitle: signer.signingTitle, signerName: signer.signerName } : {}),
      place: own + index + 1,
      renamed: signer ? { before: row.signerName, reason: signer.reason, at: signer.namedAt } : null,
    };
  });
}

/** Until when the office that held a party's turn in vain leaves the round to others; null where it never did. */
export async function loadTurnRests(
  tx: TenantTx,
  tenantId: string,
  roundId: string,
  partyId: string,
): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ until: Date | null }[]>`
    select external_turn_rests(${tenantId}::uuid, ${roundId}::uuid, ${partyId}::uuid) as until`;
  return rows[0]?.until ?? null;
}

type Round = { id: string; state: string } | null;

/** The same with what each said of the text that stands, whether it signed, and the way it was given. */
export async function loadOutside(
  tx: TenantTx,
  tenantId: string,
  of: { agreementId: string; versionId: string; contentHash: string; round: Round; now: Date },
): Promise<ExternalStanding[]> {
  const parties = await loadOutsideParties(tx, tenantId, of);
  if (parties.length === 0) return [];
  const { versionId, contentHash, round, now } = of;
  const answers = await tx.externalAnswer.findMany({
    where: { tenantId, versionId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { partyId: true, answer: true, words: true, contentHash: true, via: true, at: true },
  });
  const links = await tx.externalLink.findMany({
    where: { tenantId, versionId },
    orderBy: { createdAt: "desc" },
    select: { id: true, partyId: true, purpose: true, expiresAt: true, revokedAt: true, usedAt: true },
  });
  const signatures = round
    ? await tx.externalSignature.findMany({
        where: { tenantId, roundId: round.id },
        select: { partyId: true, signedAt: true, via: true },
      })
    : [];
  const declines = round
    ? await tx.externalDecline.findMany({
        where: { tenantId, roundId: round.id },
        select: { partyId: true, at: true, reason: true },
      })
    : [];
  const certificates = await tx.certificate.findMany({
    where: {
      tenantId,
      bodyId: { in: parties.map(({ bodyId }) => bodyId) },
      revokedAt: null,
      notBefore: { lte: now },
      notAfter: { gt: now },
      root: { removedAt: null },
    },
    orderBy: [{ notAfter: "desc" }, { id: "asc" }],
    select: { bodyId: true, subject: true, notAfter: true },
  });
  const rests = new Map<string, Date | null>();
  for (const { id } of round?.state === "open" ? parties : [])
    rests.set(id, await loadTurnRests(tx, tenantId, round?.id ?? "", id));
  return parties.map((party) => {
    const until = rests.get(party.id) ?? null;
    const answer = answers.find(({ partyId }) => partyId === party.id);
    const link = links.find(({ partyId }) => partyId === party.id);
    const signature = signatures.find(({ partyId }) => partyId === party.id);
    return {
      ...party,
      answer: answer
        ? {
            answer: answer.answer as ExternalAnswer,
            words: answer.words,
            at: answer.at,
            via: answer.via as ExternalVia,
            current: answer.contentHash === contentHash,
          }
        : null,
      signature: signature ? { at: signature.signedAt, via: signature.via as ExternalVia } : null,
      decline: declines.find(({ partyId }) => partyId === party.id) ?? null,
      link: link
        ? {
            id: link.id,
            purpose: link.purpose as LinkPurpose,
            expiresAt: link.expiresAt,
            open: link.revokedAt === null && link.usedAt === null && link.expiresAt > now,
            used: link.usedAt !== null,
          }
        : null,
      certificates: certificates.filter(({ bodyId }) => bodyId === party.bodyId),
      turnRests: until !== null && until > now ? until : null,
    };
  });
}
