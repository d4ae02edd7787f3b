import { assignDuty } from "@/lib/agreements/commands/assign-duty";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { openRound } from "@/lib/agreements/commands/open-round";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { setTerm } from "@/lib/agreements/commands/set-term";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, formatDay } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { consentOf, parties, revisionOf, signedBy, type VersionStage } from "./agreement-stages";
import { council, type Province, party } from "./province";

/** An amendment of a signed version, under negotiation and without a change yet. */
export async function amendmentOf(province: Province, signed: VersionStage): Promise<VersionStage> {
  return executeCommand(reviseVersion, as(province.phuTho, council, "department-head"), {
    versionId: signed.versionId,
    as: "amendment",
  });
}

const by = (province: Province) => as(province.phuTho, party, "specialist");

async function stand(province: Province, version: VersionStage) {
  return { versionId: version.versionId, revision: await revisionOf(province, version) };
}

export async function writeArticle(
  province: Province,
  version: VersionStage,
  articleKey: string,
  text: { heading: string; clauses: readonly string[] },
): Promise<void> {
  await executeCommand(editArticle, by(province), {
    ...(await stand(province, version)),
    articleKey,
    heading: text.heading,
    text: text.clauses.join("\n\n"),
  });
}

/** Makes an office the fixed lead of a duty; `cells` says what the others are. */
export async function giveLead(
  province: Province,
  version: VersionStage,
  dutyKey: string,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const [duty] = await province.rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = $2",
    [version.versionId, dutyKey],
  );
  const ids = Object.entries(cells).map(([code, cell]) => [province.phuTho.offices.get(code) ?? "", cell]);
  await executeCommand(assignDuty, by(province), {
    ...(await stand(province, version)),
    dutyId: duty?.id,
    leadRule: "fixed",
    cells: Object.fromEntries(ids) as Record<string, string>,
  });
}

export async function fromDay(province: Province, version: VersionStage, day: Day): Promise<void> {
  const [row] = await province.rows<{ until: string | null }>(
    "select (planned_until - 1)::text as until from agreement_versions where id = $1",
    [version.versionId],
  );
  await executeCommand(setTerm, by(province), {
    ...(await stand(province, version)),
    plannedFrom: formatDay(day),
    plannedUntil: row?.until ? formatDay(row.until) : "",
  });
}

/** Consents, round and every signature, through the acts people do. */
export async function signWhole(province: Province, version: VersionStage): Promise<void> {
  for (const office of parties) await consentOf(province, version, office);
  await executeCommand(openRound, as(province.phuTho, party, "chief"), await stand(province, version));
  for (const office of parties) await signedBy(province, version, office);
}
