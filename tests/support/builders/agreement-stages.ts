import { expect } from "vitest";
import { declineToSign } from "@/lib/agreements/commands/decline-to-sign";
import { draftAgreement } from "@/lib/agreements/commands/draft-agreement";
import { openRound } from "@/lib/agreements/commands/open-round";
import { recordConsent } from "@/lib/agreements/commands/record-consent";
import { recordDelegation } from "@/lib/agreements/commands/record-delegation";
import { revokeDelegation } from "@/lib/agreements/commands/revoke-delegation";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import { signForOffice } from "@/lib/agreements/commands/sign-for-office";
import { signVersion } from "@/lib/agreements/commands/sign-version";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { checkDocument } from "@/lib/agreements/jobs/check-document";
import { contentHash } from "@/lib/agreements/store";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { as, postOf } from "@/prisma/seed/caller";
import { readAs } from "@/prisma/seed/scenarios/agreements";
import { committee, council, type Province, party } from "./province";

/** A version of an agreement of the three offices, brought to some state by the acts people do. */
export type VersionStage = { agreementId: string; versionId: string };

export const parties = [party, council, committee] as const;

export async function textHash({ phuTho }: Province, { versionId }: VersionStage): Promise<string> {
  return readAs(phuTho, party, (tx) => contentHash(tx, phuTho.tenant.id, versionId));
}

export async function revisionOf(province: Province, { versionId }: VersionStage): Promise<number> {
  const [row] = await province.rows<{ revision: number }>(
    "select revision from agreement_versions where id = $1",
    [versionId],
  );
  if (!row) throw new Error("no such version");
  return row.revision;
}

export async function stateOf(province: Province, { versionId }: VersionStage): Promise<string | undefined> {
  const [row] = await province.rows<{ state: string }>("select state from agreement_versions where id = $1", [
    versionId,
  ]);
  return row?.state;
}

export async function consentCount(province: Province, { versionId }: VersionStage): Promise<number> {
  const [row] = await province.rows<{ count: number }>(
    "select count(*)::integer as count from consents where version_id = $1",
    [versionId],
  );
  return row?.count ?? 0;
}

export async function drafted({ phuTho }: Province): Promise<VersionStage> {
  return executeCommand(draftAgreement, as(phuTho, party, "specialist"), {
    title: "Quy chế phối hợp công tác giữa ba văn phòng",
    officeIds: [...phuTho.offices.values()],
  });
}

export async function negotiating(province: Province): Promise<VersionStage> {
  const version = await drafted(province);
  await executeCommand(sendForNegotiation, as(province.phuTho, party, "specialist"), {
    ...version,
    revision: 1,
  });
  return version;
}

export async function consentOf(province: Province, version: VersionStage, office: string): Promise<void> {
  const contentHash = await textHash(province, version);
  await executeCommand(recordConsent, as(province.phuTho, office, "chief"), { ...version, contentHash });
}

export async function consented(province: Province): Promise<VersionStage> {
  const version = await negotiating(province);
  for (const office of parties) await consentOf(province, version, office);
  return version;
}

export async function inRound(province: Province): Promise<VersionStage> {
  const version = await consented(province);
  await executeCommand(openRound, as(province.phuTho, party, "chief"), { ...version, revision: 1 });
  return version;
}

/** The turn of each office in a round, as the form of its opening sends them. */
export async function stepsOf(
  { phuTho, rows }: Province,
  { agreementId }: VersionStage,
  turns: Readonly<Record<string, number>>,
): Promise<Record<string, string>> {
  const found = await rows<{ id: string; officeId: string }>(
    'select id, office_id as "officeId" from agreement_parties where agreement_id = $1',
    [agreementId],
  );
  const codeOf = new Map([...phuTho.offices].map(([code, id]) => [id, code]));
  return Object.fromEntries(
    found.map(({ id, officeId }) => [id, String(turns[codeOf.get(officeId) ?? ""] ?? 1)]),
  );
}

/** The committee's office signs first, then the other two in any order. */
export async function inGroups(province: Province): Promise<VersionStage> {
  const version = await consented(province);
  await executeCommand(openRound, as(province.phuTho, party, "chief"), {
    ...version,
    revision: 1,
    order: "groups",
    steps: await stepsOf(province, version, { [committee]: 1, [party]: 2, [council]: 2 }),
  });
  return version;
}

/** Lets the deputy of an office sign KT., from today on for a month. */
export async function delegated({ phuTho }: Province, office: string): Promise<string> {
  const today = dayAt(new Date());
  const { delegationId } = await executeCommand(recordDelegation, as(phuTho, office, "chief"), {
    kind: "KT",
    toPostId: postOf(phuTho, office, "deputy-chief").postId,
    basis: "Thông báo phân công số 12-TB/VP",
    from: formatDay(today),
    until: formatDay(plusDays(today, 30)),
  });
  return delegationId;
}

/** The party of an office in an agreement. */
export async function partyIdOf(
  { phuTho, rows }: Province,
  { agreementId }: VersionStage,
  office: string,
): Promise<string> {
  const [found] = await rows<{ id: string }>(
    "select id from agreement_parties where agreement_id = $1 and office_id = $2",
    [agreementId, phuTho.offices.get(office)],
  );
  if (!found) throw new Error(`${office} is a party`);
  return found.id;
}

/** The paper of the round names the council's deputy, who signs KT. */
export async function inRoundOnBehalf(province: Province): Promise<VersionStage & { delegationId: string }> {
  const version = await consented(province);
  const delegationId = await delegated(province, council);
  await executeCommand(openRound, as(province.phuTho, party, "chief"), {
    ...version,
    revision: 1,
    signers: { [await partyIdOf(province, version, council)]: delegationId },
  });
  return { ...version, delegationId };
}

/** The same, and the chief has taken it back. */
export async function delegationTakenBack(province: Province): Promise<VersionStage> {
  const { delegationId, ...version } = await inRoundOnBehalf(province);
  await executeCommand(revokeDelegation, as(province.phuTho, council, "chief"), {
    delegationId,
    reason: "Chánh Văn phòng tự ký.",
  });
  return version;
}

/** The same, and the committee's chief has signed. */
export async function secondGroup(province: Province): Promise<VersionStage> {
  const version = await inGroups(province);
  await signedBy(province, version, committee);
  return version;
}

/** What a chief sends with a signature: the file as issued, the own certificate, the passphrase. */
export async function signingInput(
  province: Province,
  version: VersionStage,
  office: string,
  role: "chief" | "deputy-chief" = "chief",
) {
  const [issued] = await province.rows<{ sha256: string }>(
    `select d.sha256 from issued_documents d join signing_rounds r on r.tenant_id = d.tenant_id and r.id = d.round_id
      where d.version_id = $1 and d.seq = 0 order by r.opened_at desc limit 1`,
    [version.versionId],
  );
  const { personId } = postOf(province.phuTho, office, role);
  return {
    versionId: version.versionId,
    issuedSha256: issued?.sha256 ?? "0".repeat(64),
    certificateId: province.phuTho.certificates.get(personId) ?? "",
    passphrase: province.password,
  };
}

/** Days went by until the term in the text was over; everything else stands as it was. */
export async function termOver(province: Province, { versionId }: VersionStage): Promise<void> {
  const client = await province.pool("superuser").connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    await client.query("update agreement_versions set planned_until = portal_today() where id = $1", [
      versionId,
    ]);
    await client.query(
      "update consents set content_hash = version_content_hash(tenant_id, version_id) where version_id = $1",
      [versionId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

export async function signedBy(province: Province, version: VersionStage, office: string): Promise<void> {
  const input = await signingInput(province, version, office);
  await executeCommand(signVersion, as(province.phuTho, office, "chief"), input);
}

export async function signed(province: Province): Promise<VersionStage> {
  const version = await inRound(province);
  for (const office of parties) await signedBy(province, version, office);
  return version;
}

/** What a records clerk sends with the organisation's signature. */
export async function officeSigningInput(province: Province, version: VersionStage, office: string) {
  const { officeId } = postOf(province.phuTho, office, "records-clerk");
  return {
    ...(await signingInput(province, version, office)),
    certificateId: province.phuTho.certificates.get(officeId) ?? "",
  };
}

export async function signedForOffice(
  province: Province,
  version: VersionStage,
  office: string,
): Promise<void> {
  const input = await officeSigningInput(province, version, office);
  await executeCommand(signForOffice, as(province.phuTho, office, "records-clerk"), input);
}

export async function declined(province: Province): Promise<VersionStage> {
  const version = await inRound(province);
  await executeCommand(declineToSign, as(province.phuTho, council, "chief"), {
    ...version,
    reason: "Điều 5 chưa rõ ai thẩm tra.",
  });
  return version;
}

export async function withdrawn(province: Province): Promise<VersionStage> {
  const version = await drafted(province);
  await executeCommand(withdrawVersion, as(province.phuTho, party, "chief"), {
    ...version,
    reason: "Soạn nhầm bản mẫu.",
  });
  return version;
}

/** Phú Thọ's agreement in force, from the demonstration. */
export async function inForce(province: Province): Promise<VersionStage> {
  const [row] = await province.rows<VersionStage>(
    `select agreement_id as "agreementId", id as "versionId" from agreement_versions
      where tenant_id = $1 and state = 'signed' order by created_at limit 1`,
    [province.phuTho.tenant.id],
  );
  if (!row) throw new Error("the demonstration has an agreement in force");
  return row;
}

/** One of three consents is given. */
export async function oneConsent(province: Province): Promise<VersionStage> {
  const version = await negotiating(province);
  await consentOf(province, version, committee);
  return version;
}

/** The council's chief has signed. */
export async function oneSignature(province: Province): Promise<VersionStage> {
  const version = await inRound(province);
  await signedBy(province, version, council);
  return version;
}

/** All but the committee's chief have signed. */
export async function lastSignatureMissing(province: Province): Promise<VersionStage> {
  const version = await oneSignature(province);
  await signedBy(province, version, party);
  return version;
}

/** The newest file of the version passes the portal's own check: every byte and every signature. */
export async function expectLastFileSound(province: Province, { versionId }: VersionStage): Promise<void> {
  const [document] = await province.rows<{ id: string; seq: number }>(
    "select id, seq from issued_documents where version_id = $1 order by seq desc limit 1",
    [versionId],
  );
  if (!document) throw new Error("the version has no file");
  await checkDocument({ tenantId: province.phuTho.tenant.id, documentId: document.id });
  const [check] = await province.rows<{
    ok: boolean;
    problems: { file: unknown[]; signatures: unknown[][] };
  }>("select ok, problems from document_checks where document_id = $1", [document.id]);
  expect(check?.problems.file).toEqual([]);
  expect(check?.problems.signatures).toEqual(Array.from({ length: document.seq }, () => []));
  expect(check?.ok).toBe(true);
}
