import { proposeEnding } from "@/lib/agreements/commands/propose-ending";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { type Day, dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { newId } from "@/lib/platform/ids";
import { as } from "@/prisma/seed/caller";
import { inForce, type VersionStage } from "./agreement-stages";
import { council, type Province } from "./province";

export const reason = "Các văn phòng hợp nhất từ ngày này.";

export const inDays = (days: number): Day => plusDays(dayAt(new Date()), days);

/** The last day in force as one types it. */
export const lastDay = () => formatDay(inDays(30));

export type EndingStage = VersionStage & { endingId: string };

/**
 * An agreement of the three offices as signed, in force since ten days and without a last day unless one is given: rows copied
 * from the signed one of the demonstration, since signing is the dear part and none of this is about it.
 */
export async function inForceCopy(province: Province, until: Day | null = null): Promise<VersionStage> {
  const base = await inForce(province);
  const agreementId = newId();
  const versionId = newId();
  // The same new id wherever a duty is named, in the form of an id.
  const copied = (id: string) =>
    `overlay(overlay(md5('${versionId}' || ${id}) placing '4' from 13) placing '8' from 17)::uuid`;
  const last = until === null ? "null" : `'${until}'`;
  await province.rows(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    insert into agreements select (jsonb_populate_record(a, jsonb_build_object('id', '${agreementId}'))).*
      from agreements a where id = '${base.agreementId}';
    insert into agreement_parties
      select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'agreement_id', '${agreementId}'))).*
      from agreement_parties p where agreement_id = '${base.agreementId}';
    insert into agreement_versions
      select (jsonb_populate_record(v, jsonb_build_object('id', '${versionId}', 'agreement_id', '${agreementId}', 'number', 1,
        'effective_from', portal_today() - 10, 'effective_until', ${last}::date, 'planned_until', ${last}::date))).*
      from agreement_versions v where id = '${base.versionId}';
    insert into agreement_articles select (jsonb_populate_record(a, jsonb_build_object('version_id', '${versionId}'))).*
      from agreement_articles a where version_id = '${base.versionId}';
    insert into coordination_areas select (jsonb_populate_record(a, jsonb_build_object('version_id', '${versionId}'))).*
      from coordination_areas a where version_id = '${base.versionId}';
    insert into coordination_duties
      select (jsonb_populate_record(d, jsonb_build_object('version_id', '${versionId}', 'id', ${copied("id")}))).*
      from coordination_duties d where version_id = '${base.versionId}';
    insert into duty_lead_rows select (jsonb_populate_record(r, jsonb_build_object('version_id', '${versionId}',
        'duty_id', ${copied("duty_id")}))).*
      from duty_lead_rows r where version_id = '${base.versionId}';
    insert into duty_offices select (jsonb_populate_record(o, jsonb_build_object('version_id', '${versionId}',
        'duty_id', ${copied("duty_id")}))).*
      from duty_offices o where version_id = '${base.versionId}';
    insert into access
      select (jsonb_populate_record(a, jsonb_build_object('subject_id',
        case kind when 'agreement' then '${agreementId}' else '${versionId}' end))).*
      from access a where subject_id in ('${base.agreementId}', '${base.versionId}');
  end $$`);
  return { agreementId, versionId };
}

/** The council's office proposes that it ends in a month. */
export async function proposed(province: Province, version: VersionStage): Promise<EndingStage> {
  await executeCommand(proposeEnding, as(province.phuTho, council, "chief"), {
    agreementId: version.agreementId,
    lastDay: lastDay(),
    reason,
  });
  return { ...version, endingId: await openEndingOf(province, version) };
}

export async function openEndingOf({ rows }: Province, { agreementId }: VersionStage): Promise<string> {
  const [row] = await rows<{ id: string }>(
    "select id from agreement_endings where agreement_id = $1 and state = 'proposed'",
    [agreementId],
  );
  if (!row) throw new Error("nothing is proposed");
  return row.id;
}

export async function endOf({ rows }: Province, { versionId }: VersionStage): Promise<Day | null> {
  const [row] = await rows<{ day: Day | null }>(
    "select effective_until::text as day from agreement_versions where id = $1",
    [versionId],
  );
  return row?.day ?? null;
}

/** An agreement in force whose end nobody proposed, asked about a proposal that never was. */
export async function nothingProposed(province: Province): Promise<EndingStage> {
  return { ...(await inForceCopy(province)), endingId: neverProposed };
}

export const neverProposed = "00000000-0000-4000-8000-000000000001";

/** How a proposal was closed, by whose office and why. */
export async function closingOf(
  { rows }: Province,
  { endingId }: EndingStage,
): Promise<{ state: string; reason: string | null; code: string } | undefined> {
  const [row] = await rows<{ state: string; reason: string | null; code: string }>(
    `select e.state, e.close_reason as reason, o.code from agreement_endings e
      join offices o on o.tenant_id = e.tenant_id and o.id = e.closing_office_id where e.id = $1`,
    [endingId],
  );
  return row;
}
