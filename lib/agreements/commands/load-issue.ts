import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { placeOf } from "@/lib/platform/tenancy/place";
import { capacityLines, type OnBehalf } from "../delegations";
import { onPaper } from "../external/on-paper";
import { loadPaper } from "../queries/load-paper";
import type { AgreementPdfInput } from "../signing/agreement-pdf-input";
import { certificateSha256 } from "../signing/certificate-fingerprint";
import type { LockedVersion } from "../store";

/** What is drawn onto the paper of a version to be signed: in its form, blocks for every signer, head of the chain. */
export async function loadIssue(
  tx: TenantTx,
  actor: Actor,
  version: LockedVersion,
  issue: {
    number: number;
    symbol: string;
    date: Day;
    at: Date;
    /** By party: who signs in the place of who holds the signing post. */
    onBehalf: ReadonlyMap<string, OnBehalf | undefined>;
  },
): Promise<AgreementPdfInput> {
  const { tenantId } = actor;
  const { paper, parties, outside } = await loadPaper(tx, tenantId, version);
  const head = await tx.auditHead.findUnique({ where: { tenantId }, select: { hash: true } });
  const authority = await tx.certificateAuthority.findFirst({
    where: { tenantId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { certificateDer: true },
  });
  return {
    number: String(issue.number).padStart(2, "0"),
    symbol: issue.symbol,
    place: placeOf(actor.tenantName),
    date: issue.date,
    ...paper,
    offices: [
      ...parties.map((party) => ({
        name: party.office.name,
        capacity: capacityLines(party.signingPostTitle, issue.onBehalf.get(party.id) ?? null),
        signerName: issue.onBehalf.get(party.id)?.personName ?? party.signer?.name ?? "",
      })),
      ...outside.map(onPaper),
    ],
    chainHead: head?.hash ?? "0".repeat(64),
    ...(authority ? { rootSha256: certificateSha256(authority.certificateDer) } : {}),
    demo: actor.demo,
    issuedAt: issue.at.toISOString(),
  };
}
