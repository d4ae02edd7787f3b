import { expect, test } from "vitest";
import { agreeEnding } from "@/lib/agreements/commands/agree-ending";
import { openRound } from "@/lib/agreements/commands/open-round";
import { proposeEnding } from "@/lib/agreements/commands/propose-ending";
import { refuseEnding } from "@/lib/agreements/commands/refuse-ending";
import { reviseVersion } from "@/lib/agreements/commands/revise-version";
import { tellEnding } from "@/lib/agreements/jobs/tell-ending";
import { getEnding } from "@/lib/agreements/queries/get-ending";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { formatDay } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { createTask } from "@/lib/tasks/commands/create-task";
import { as } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { consentOf, revisionOf, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { amendmentOf, giveLead } from "@/tests/support/builders/amendments";
import {
  endOf,
  inDays,
  inForceCopy,
  lastDay,
  openEndingOf,
  proposed,
  reason,
} from "@/tests/support/builders/endings";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const chief = (office: string) => as(province().phuTho, office, "chief");

async function endedBy({ agreementId, endingId }: VersionStage & { endingId: string }): Promise<void> {
  for (const office of [party, committee]) {
    await executeCommand(agreeEnding, chief(office), { agreementId, endingId });
  }
}

async function waitingOf(office: string, { agreementId }: VersionStage) {
  const answer = await runQuery(getDesk, chief(office), {});
  return answer?.view.agreements.filter((row) => row.agreementId === agreementId).map(({ act }) => act);
}

async function toldOf({ agreementId }: VersionStage) {
  const rows = await province().rows<{ office: string; state: string; mails: number }>(
    `select o.code as office, n.payload ->> 'state' as state,
        (select count(*)::integer from mails m where m.subject_id = n.id) as mails
      from notices n join offices o on o.tenant_id = n.tenant_id and o.id = n.office_id
      where n.kind = 'agreement-ending' and n.subject_id = $1 order by n.created_at, o.ordinal`,
    [agreementId],
  );
  return rows.map(({ office, state, mails }) => [office, state, mails > 0]);
}

test("what all agreed on decides until its last day, and no task is made under it after", async () => {
  const version = await inForceCopy(province());
  const ending = await proposed(province(), version);
  expect(await endOf(province(), version)).toBeNull();
  await endedBy(ending);
  expect(await endOf(province(), version)).toBe(inDays(31));
  const [on] = await province().rows(
    `select version_on(tenant_id, agreement_id, $2::date) = id as last, version_on(tenant_id, agreement_id, $3::date) is null as after
      from agreement_versions where id = $1`,
    [version.versionId, inDays(30), inDays(31)],
  );
  expect(on).toEqual({ last: true, after: true });
  const [duty] = await province().rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = 'weekly-schedule'",
    [version.versionId],
  );
  const task = { dutyId: duty?.id, title: "Lịch tuần cuối", description: "" };
  const { taskId } = await executeCommand(createTask, chief(council), task);
  // The last day has come: as the days go by, by the dates alone.
  await province().rows(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    update agreement_versions set effective_until = portal_today() where id = '${version.versionId}';
  end $$`);
  await expect(executeCommand(createTask, chief(council), task)).rejects.toMatchObject({ code: "not-found" });
  const [open] = await province().rows("select state, version_id as version from tasks where id = $1", [
    taskId,
  ]);
  expect(open).toEqual({ state: "open", version: version.versionId });
});

test("the parties are told, by desk, notice and mail, each once; an office that only reads sees nothing of it", async () => {
  const version = await inForceCopy(province());
  const ending = await proposed(province(), version);
  expect([await waitingOf(party, version), await waitingOf(council, version)]).toEqual([
    ["answerEnding"],
    [],
  ]);
  const data = { tenantId: province().phuTho.tenant.id, endingId: ending.endingId };
  await tellEnding(data);
  await tellEnding(data);
  const { agreementId, endingId } = ending;
  await executeCommand(refuseEnding, chief(party), { agreementId, endingId, reason });
  await tellEnding(data);
  expect(await toldOf(version)).toEqual([
    [party, "proposed", true],
    [committee, "proposed", true],
    [council, "refused", true],
    [committee, "refused", true],
  ]);
  expect(await waitingOf(committee, version)).toEqual([]);
  const read = async (office: string) => (await runQuery(getEnding, chief(office), { agreementId }))?.view;
  expect(await read(stranger)).toBeUndefined();
  expect((await read(party))?.past).toMatchObject([
    { state: "refused", closedBy: party, closeReason: reason },
  ]);
  expect((await read(party))?.may).toMatchObject({ proposeEnding: true, agreeEnding: false });
});

test("an agreement that is to end is not amended; an amendment on its way finds no round", async () => {
  const version = await inForceCopy(province());
  const amendment = await amendmentOf(province(), version);
  const cells = { [committee]: "CT", [party]: "PH", [council]: "B" };
  await giveLead(province(), amendment, "weekly-schedule", cells);
  for (const office of [party, council, committee]) await consentOf(province(), amendment, office);
  await endedBy(await proposed(province(), version));
  const { versionId } = amendment;
  const revision = await revisionOf(province(), amendment);
  await expect(executeCommand(openRound, chief(party), { versionId, revision })).rejects.toMatchObject({
    messageKey: "amendsEnding",
  });
  const other = await inForceCopy(province());
  await endedBy(await proposed(province(), other));
  const amending = { versionId: other.versionId, as: "amendment" };
  await expect(executeCommand(reviseVersion, chief(party), amending)).rejects.toMatchObject({
    messageKey: "amendsEnding",
  });
  // A whole text signed anew goes on.
  await executeCommand(reviseVersion, chief(party), { versionId: other.versionId });
});

test("what nobody answered in time lapses, and another day can be proposed", async () => {
  const version = await inForceCopy(province());
  const { endingId, agreementId } = await proposed(province(), version);
  await province().rows(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    update agreement_endings set ends_on = portal_today() where id = '${endingId}';
  end $$`);
  await expect(executeCommand(agreeEnding, chief(party), { agreementId, endingId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await executeCommand(proposeEnding, chief(party), { agreementId, lastDay: lastDay(), reason });
  const states = await province().rows(
    "select state from agreement_endings where agreement_id = $1 order by made_at",
    [agreementId],
  );
  expect(states).toEqual([{ state: "lapsed" }, { state: "proposed" }]);
  expect(await openEndingOf(province(), version)).not.toBe(endingId);
});

test("no statement of the application ends it alone, on another day, or for another party", async () => {
  const version = await inForceCopy(province());
  const { endingId } = await proposed(province(), version);
  const { tenant, posts } = province().phuTho;
  const asApp = (office: string, sql: string, values: unknown[] = []) => {
    const post = posts.find((each) => each.officeCode === office && each.role === "chief");
    return outcomeOf(
      province().pool("app"),
      { tenantId: tenant.id, officeId: post?.officeId ?? "", accountId: post?.accountId ?? "" },
      sql,
      values,
    );
  };
  const cut = "update agreement_versions set effective_until = $2 where id = $1";
  expect(await asApp(council, cut, [version.versionId, inDays(31)])).toBe("PH002 frozen");
  const close = (state: string) =>
    `update agreement_endings set state = '${state}', closing_office_id = current_office(), closed_by = current_account(),
      closed_at = now() ${state === "refused" ? ", close_reason = 'Lý do'" : ""} where id = '${endingId}'`;
  expect(await asApp(party, close("agreed"))).toBe("PH002 consents-missing");
  expect(await asApp(council, close("refused"))).toBe("PH001 part");
  expect(await asApp(party, close("lapsed"))).toBe("PH002 state");
  expect(await asApp(stranger, close("refused"))).toBe("no row");
  const consent = `insert into ending_consents (tenant_id, ending_id, party_id, account, at)
    select tenant_id, $1, id, current_account(), now() from agreement_parties where agreement_id = $2 and office_id <> current_office()
    order by ordinal limit 1`;
  expect(await asApp(party, consent, [endingId, version.agreementId])).toBe("PH001 part");
  await endedBy({ ...version, endingId });
  expect(await asApp(council, cut, [version.versionId, inDays(5)])).toBe("PH002 frozen");
  expect(await asApp(council, cut, [version.versionId, inDays(90)])).toBe("PH002 frozen");
  const soon = `insert into agreement_endings (tenant_id, id, agreement_id, ends_on, reason, state, office_id, made_by, made_at)
    values ($1, gen_random_uuid(), $2, portal_today(), 'Lý do', 'proposed', current_office(), current_account(), now())`;
  expect(await asApp(council, soon, [tenant.id, version.agreementId])).toBe("PH002 dates");
  expect(formatDay(inDays(30))).toBe(lastDay());
});
