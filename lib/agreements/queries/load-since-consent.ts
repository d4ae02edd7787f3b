import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { type ComparedContent, findChanges } from "../changes";
import type { AgreementPageView, Party } from "../types";

/** What stands otherwise now than in the text this party last consented to; null where that is this text, or none. */
export async function loadSinceConsent(
  tx: TenantTx,
  tenantId: string,
  asked: {
    versionId: string;
    party: Party | undefined;
    contentHash: string;
    content: ComparedContent;
    parties: readonly Party[];
  },
): Promise<AgreementPageView["sinceConsent"]> {
  const { versionId, party, contentHash, content, parties } = asked;
  if (!party) return null;
  const last = await tx.consentedText.findFirst({
    where: { tenantId, versionId, partyId: party.id },
    orderBy: [{ consentedAt: "desc" }, { id: "desc" }],
    select: { content: true, contentHash: true, consentedAt: true },
  });
  if (!last || last.contentHash === contentHash) return null;
  // Written by the database itself, in the shape of what is compared.
  const before = last.content as unknown as ComparedContent;
  const officeIds = parties.map(({ office }) => office.id);
  return { at: last.consentedAt, ...findChanges(before, content, officeIds) };
}
