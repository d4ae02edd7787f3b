import { issueExternalLink } from "@/lib/agreements/commands/issue-external-link";
import { nameExternalParty } from "@/lib/agreements/commands/name-external-party";
import { openRound } from "@/lib/agreements/commands/open-round";
import { registerExternalCertificate } from "@/lib/agreements/commands/register-external-certificate";
import { sendForNegotiation } from "@/lib/agreements/commands/send-for-negotiation";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { takeExternalTurn } from "@/lib/agreements/commands/take-external-turn";
import { partyAnswer, partyFile, partySign, partyTakeTurn } from "@/lib/agreements/external/functions";
import { partyHash } from "@/lib/agreements/external/secret";
import { keepExternalBody } from "@/lib/petitions/commands/keep-external-body";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { newId } from "@/lib/platform/ids";
import { as } from "@/prisma/seed/caller";
import {
  type OutsideAuthority,
  type OutsideCertificate,
  outsideCertificate,
  signedByTool,
} from "@/tests/support/files/outside-certificates";
import {
  consentOf,
  drafted,
  parties,
  revisionOf,
  signedBy,
  textHash,
  type VersionStage,
} from "./agreement-stages";
import { amendmentOf, writeArticle } from "./amendments";
import { rawUpload } from "./own-certificates";
import { council, type Province, party } from "./province";

export const slug = "phu-tho";

/** An agreement of the three offices and of an organisation outside, which the council's office represents. */
export type OutsideStage = VersionStage & { partyId: string; bodyId: string };

/** An organisation of a name of its own, on the list. */
export async function organisation(province: Province): Promise<string> {
  const { bodyId } = await executeCommand(keepExternalBody, as(province.phuTho, party, "records-clerk"), {
    kind: "front",
    name: `Ủy ban MTTQ Việt Nam tỉnh (thử ${newId()})`,
  });
  return bodyId;
}

export async function namingInput(province: Province, version: VersionStage, bodyId?: string) {
  return {
    versionId: version.versionId,
    revision: await revisionOf(province, version),
    bodyId: bodyId ?? (await organisation(province)),
    officeId: province.phuTho.offices.get(council),
    signingTitle: "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh",
    signerName: "Phùng Khánh Ngân",
  };
}

export async function draftedWithOutside(province: Province): Promise<OutsideStage> {
  const version = await drafted(province);
  const bodyId = await organisation(province);
  const input = await namingInput(province, version, bodyId);
  const { partyId } = await executeCommand(
    nameExternalParty,
    as(province.phuTho, party, "specialist"),
    input,
  );
  return { ...version, partyId, bodyId };
}

export async function negotiatingWithOutside(province: Province): Promise<OutsideStage> {
  const stage = await draftedWithOutside(province);
  await executeCommand(sendForNegotiation, as(province.phuTho, party, "specialist"), {
    versionId: stage.versionId,
    revision: await revisionOf(province, stage),
  });
  return stage;
}

/** The newest link of the party; what its form knew of. */
export async function newestLink(province: Province, { versionId, partyId }: OutsideStage): Promise<string> {
  const [row] = await province.rows<{ id: string }>(
    "select id from external_links where version_id = $1 and party_id = $2 order by created_at desc limit 1",
    [versionId, partyId],
  );
  return row?.id ?? "";
}

export async function linkInput(province: Province, stage: OutsideStage) {
  const { versionId, partyId } = stage;
  return { versionId, partyId, before: await newestLink(province, stage), days: 30 };
}

/** What the party's secret is kept as. */
export async function linkOf(province: Province, stage: OutsideStage): Promise<string> {
  const { secret } = await executeCommand(
    issueExternalLink,
    as(province.phuTho, council, "records-clerk"),
    await linkInput(province, stage),
  );
  return partyHash(secret) ?? "";
}

export async function consentsByLink(province: Province, stage: OutsideStage): Promise<string> {
  const hash = await linkOf(province, stage);
  return partyAnswer(slug, hash, { answer: "consented", contentHash: await textHash(province, stage) });
}

/** Every party consented, that outside by its link, and the round is open. */
export async function inRoundWithOutside(province: Province): Promise<OutsideStage> {
  const stage = await negotiatingWithOutside(province);
  for (const office of parties) await consentOf(province, stage, office);
  await consentsByLink(province, stage);
  await executeCommand(openRound, as(province.phuTho, party, "chief"), {
    versionId: stage.versionId,
    revision: await revisionOf(province, stage),
  });
  return stage;
}

/** A certificate of the organisation, registered by the office that represents it. */
export async function outsideRegistered(
  province: Province,
  stage: OutsideStage,
  authority: OutsideAuthority,
): Promise<OutsideCertificate> {
  const certificate = await outsideCertificate(authority, "Phùng Khánh Ngân");
  await executeCommand(registerExternalCertificate, as(province.phuTho, council, "records-clerk"), {
    versionId: stage.versionId,
    partyId: stage.partyId,
    certificate: rawUpload(certificate.certificateDer),
    password: province.password,
  });
  return certificate;
}

/** Takes the turn, signs the file that was handed out, and hands it in; past the judging, which the browser's way asks. */
export async function signsByLink(
  hash: string,
  certificate: OutsideCertificate,
): Promise<{ tenantId: string; documentId: string } | null> {
  await partyTakeTurn(slug, hash);
  const handed = await partyFile(slug, hash);
  if (!handed) return null;
  const bytes = await signedByTool(handed.bytes, certificate);
  const certificateId =
    handed.certificates.find(({ sha256 }) => sha256 === certificate.sha256)?.id ?? newId();
  return partySign(slug, hash, { bytes, fieldName: "Signature1", certificateId });
}

/** In its round an amendment of an agreement with a party outside; six days later what it amends has run out. */
export async function overtakenWithOutside(
  province: Province,
  authority: OutsideAuthority,
): Promise<OutsideStage> {
  const base = await negotiatingWithOutside(province);
  const chief = as(province.phuTho, party, "chief");
  const stand = async ({ versionId }: VersionStage) => ({
    versionId,
    revision: await revisionOf(province, { ...base, versionId }),
  });
  const plannedUntil = formatDay(plusDays(dayAt(new Date()), 4));
  await executeCommand(setTerm, chief, { ...(await stand(base)), plannedFrom: "", plannedUntil });
  const opened = async (stage: OutsideStage) => {
    for (const office of parties) await consentOf(province, stage, office);
    await consentsByLink(province, stage);
    await executeCommand(openRound, chief, await stand(stage));
  };
  await opened(base);
  const certificate = await outsideRegistered(province, base, authority);
  await signsByLink(await linkOf(province, base), certificate);
  for (const office of parties) await signedBy(province, base, office);
  const stage = { ...base, ...(await amendmentOf(province, base)) };
  await writeArticle(province, stage, "scope", {
    heading: "Phạm vi điều chỉnh",
    clauses: ["Một.", "Hai.", "Ba.", "Bốn."],
  });
  await executeCommand(setTerm, chief, { ...(await stand(stage)), plannedFrom: "", plannedUntil: "" });
  await opened(stage);
  return stage;
}

/** The clerk of the office that represents it takes the half hour for it. */
export async function turnForOutside(
  province: Province,
  { versionId, partyId }: OutsideStage,
): Promise<void> {
  await executeCommand(takeExternalTurn, as(province.phuTho, council, "records-clerk"), {
    versionId,
    partyId,
    password: province.password,
  });
}
