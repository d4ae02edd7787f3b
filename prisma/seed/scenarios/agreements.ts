import { draftAgreement } from "@/lib/agreements/commands/draft-agreement";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { recordDelegation } from "@/lib/agreements/commands/record-delegation";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import { signForOffice } from "@/lib/agreements/commands/sign-for-office";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { contentHash } from "@/lib/agreements/store";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { actForOffice, readInTenant, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import { as, postOf } from "../caller";
import type { SeededTenant } from "../create-tenant";

export type SeededAgreement = { agreementId: string; versionId: string };

/** Reads as one office does, for ids and hashes the next act needs. */
export async function readAs<T>(
  seeded: SeededTenant,
  office: string,
  read: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const chief = postOf(seeded, office, "chief");
  return readInTenant({ tenantId: seeded.tenant.id, accountId: chief.accountId }, async (tx) => {
    await actForOffice(tx, chief.officeId);
    return read(tx);
  });
}

type AgreementInput = { title: string; plannedFrom?: string; plannedUntil?: string; contact: string };

/**
 * Drafts from the template and brings the text to where every party has consented. `negotiate` may change the text in
 * between and answers its revision.
 */
export async function agreeOn(
  seeded: SeededTenant,
  input: AgreementInput,
  negotiate: (versionId: string) => Promise<number> = () => Promise.resolve(1),
): Promise<SeededAgreement & { revision: number }> {
  const offices = [...seeded.offices.keys()];
  const { contact, ...text } = input;
  const drafted = await executeCommand(draftAgreement, as(seeded, contact, "specialist"), {
    ...text,
    officeIds: [...seeded.offices.values()],
  });
  await executeCommand(sendForNegotiation, as(seeded, contact, "chief"), {
    versionId: drafted.versionId,
    revision: 1,
  });
  const revision = await negotiate(drafted.versionId);
  for (const office of offices) await consent(seeded, drafted.versionId, office);
  return { ...drafted, revision };
}

/** The same, and the round is open. */
export async function openAgreement(
  seeded: SeededTenant,
  input: AgreementInput,
  negotiate?: (versionId: string) => Promise<number>,
): Promise<SeededAgreement> {
  const { agreementId, versionId, revision } = await agreeOn(seeded, input, negotiate);
  await executeCommand(openRound, as(seeded, input.contact, "chief"), { versionId, revision });
  return { agreementId, versionId };
}

export async function consent(seeded: SeededTenant, versionId: string, office: string): Promise<void> {
  const hash = await readAs(seeded, office, (tx) => contentHash(tx, seeded.tenant.id, versionId));
  await executeCommand(recordConsent, as(seeded, office, "chief"), { versionId, contentHash: hash });
}

export async function sign(
  seeded: SeededTenant,
  versionId: string,
  office: string,
  passphrase: string,
): Promise<void> {
  const chief = postOf(seeded, office, "chief");
  await executeCommand(signVersion, as(seeded, office, "chief"), {
    versionId,
    issuedSha256: await issuedSha256(seeded, versionId, office),
    certificateId: seeded.certificates.get(chief.personId) ?? "",
    passphrase,
  });
}

/** The records clerk of an office adds the organisation's signature. */
export async function signForOrganisation(
  seeded: SeededTenant,
  versionId: string,
  office: string,
  passphrase: string,
): Promise<void> {
  const clerk = postOf(seeded, office, "records-clerk");
  await executeCommand(signForOffice, as(seeded, office, "records-clerk"), {
    versionId,
    issuedSha256: await issuedSha256(seeded, versionId, office),
    certificateId: seeded.certificates.get(clerk.officeId) ?? "",
    passphrase,
  });
}

async function issuedSha256(seeded: SeededTenant, versionId: string, office: string): Promise<string> {
  const issued = await readAs(seeded, office, (tx) =>
    tx.issuedDocument.findFirstOrThrow({
      where: { tenantId: seeded.tenant.id, versionId, seq: 0 },
      orderBy: { createdAt: "desc" },
      select: { sha256: true },
    }),
  );
  return issued.sha256;
}

/** The chief lets the deputy sign KT. for a year. */
export async function delegateToDeputy(seeded: SeededTenant, office: string): Promise<string> {
  const today = dayAt(new Date());
  const { delegationId } = await executeCommand(recordDelegation, as(seeded, office, "chief"), {
    kind: "KT",
    toPostId: postOf(seeded, office, "deputy-chief").postId,
    basis: "Thông báo phân công công tác lãnh đạo Văn phòng (dữ liệu trình diễn)",
    from: formatDay(today),
    until: formatDay(plusDays(today, 364)),
  });
  return delegationId;
}
