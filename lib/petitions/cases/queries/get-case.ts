import "server-only";
import { loadHistory } from "@/lib/platform/audit/load-history";
import { loadRecentRefusal } from "@/lib/platform/audit/load-recent-refusal";
import { type Day, dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import { loadLinesOf } from "../../queries/list-petitions";
import { loadMembers } from "../load-members";
import { mostRepresentatives } from "../numbers";
import { decideCase, partInCase } from "../policy";
import { caseActs } from "../rule-table";
import type { CaseMember, CasePageView, CaseRepresentative, CaseStep, CaseStepKind } from "../types";

async function loadRepresentatives(
  tx: TenantTx,
  tenantId: string,
  caseId: string,
  members: readonly CaseMember[],
): Promise<CaseRepresentative[]> {
  const codes = new Map(members.map(({ petitionId, code }) => [petitionId, code]));
  const rows = await tx.petitionCaseRepresentative.findMany({
    where: { tenantId, caseId, fullName: { not: "" } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map((row) => ({
    id: row.id,
    fullName: row.fullName,
    code: codes.get(row.petitionId) ?? "",
    document: row.document,
    appointedOn: dayFromColumn(row.appointedOn),
    endedAt: row.endedAt,
    endReason: row.endReason,
  }));
}

async function loadCaseSteps(tx: TenantTx, tenantId: string, caseId: string): Promise<CaseStep[]> {
  return tx.$queryRaw<CaseStep[]>`
    select s.id, s.kind, s.on_day::text as "onDay", s.document, s.note, pe.full_name as by
    from petition_case_steps s
    left join people pe on pe.tenant_id = s.tenant_id and pe.account_id = s.account_id
    where s.tenant_id = ${tenantId}::uuid and s.case_id = ${caseId}::uuid
    order by s.on_day, s.id limit 100`;
}

/** Letters of the acting office that say the same as one of the case, and are in none: what could still belong to it. */
async function loadCandidates(tx: TenantTx, tenantId: string, officeId: string, caseId: string) {
  return tx.$queryRaw<{ id: string; code: string; since: Day; subject: string }[]>`
    select distinct on (p.received_on, p.id) p.id, p.code, p.received_on::text as since, p.subject
    from petition_case_members m
    cross join lateral (
      select a.other_id as id from petition_case_matches a where a.tenant_id = m.tenant_id and a.petition_id = m.petition_id
      union all
      select b.petition_id from petition_case_matches b where b.tenant_id = m.tenant_id and b.other_id = m.petition_id) alike
    cross join lateral (
      select * from petitions q where q.tenant_id = m.tenant_id and q.id = alike.id limit 1) p
    where m.tenant_id = ${tenantId}::uuid and m.case_id = ${caseId}::uuid and m.left_at is null and p.lead_office_id = ${officeId}::uuid
      and p.identity = 'plain' and p.class in ('complaint', 'proposal', 'feedback')
      and p.state not in ('received', 'refused', 'withdrawn', 'split')
      and not exists (select 1 from petition_case_members t
        where t.tenant_id = p.tenant_id and t.petition_id = p.id and t.left_at is null)
      and not exists (select 1 from petition_joins j
        where j.tenant_id = p.tenant_id and j.petition_id = p.id and j.kind = 'joined' and j.undone_at is null)
    order by p.received_on, p.id limit 60`;
}

/** One case: its letters, who speaks for them, the answer, the steps of the law, and what the acting person may do now. */
export const getCase: Query<{ caseId: string }, CasePageView> = async ({ tx, actor, input, now }) => {
  const { tenantId, officeId } = actor;
  const found = await tx.petitionCase.findUnique({
    where: { tenantId_id: { tenantId, id: input.caseId } },
    include: { leadOffice: { select: { id: true, code: true, name: true, tint: true } } },
  });
  if (!found) return null;
  const members = await loadMembers(tx, found.id, officeId);
  const live = members.filter(({ leftAt }) => leftAt === null);
  const readable = members.filter((member) => member.readable).slice(0, 200);
  const lines = await loadLinesOf(
    tx,
    actor,
    readable.map(({ petitionId }) => petitionId),
  );
  const said = new Map(
    lines.map(({ id, subject, petitioner }) => [
      id,
      { subject, fullName: petitioner.kind === "plain" ? petitioner.fullName : "" },
    ]),
  );
  const people = live.reduce((sum, member) => sum + member.people, 0);
  const state = found.state as CasePageView["state"];
  const part = partInCase(
    { leadOfficeId: found.leadOfficeId, memberOfficeIds: live.some(({ own }) => own) ? [officeId] : [] },
    officeId,
  );
  const may = Object.fromEntries(
    caseActs.map((act) => [act, decideCase(actor, { act, part, state }).allowed]),
  ) as CasePageView["may"];
  const steps = await loadCaseSteps(tx, tenantId, found.id);
  const isPersistent = steps.some(({ kind }) => kind === ("persistent" satisfies CaseStepKind));
  return {
    id: found.id,
    code: found.code,
    title: found.title,
    state,
    lead: found.leadOffice,
    openedAt: found.openedAt,
    revision: found.revision,
    answer: found.answer,
    answerDocument: found.answerDocument,
    answeredOn: found.answeredOn ? dayFromColumn(found.answeredOn) : null,
    people,
    mostRepresentatives: mostRepresentatives(people),
    members,
    said,
    representatives: await loadRepresentatives(tx, tenantId, found.id, members),
    steps,
    alike: part === "none" ? [] : await loadCandidates(tx, tenantId, officeId, found.id),
    part,
    may: { ...may, persist: may.persist && !isPersistent },
    toTell: live.filter(({ own, toldOn }) => own && toldOn === null).length,
    today: dayAt(now),
    refusedJustNow: await loadRecentRefusal(tx, actor, found.id),
    history: await loadHistory(tx, tenantId, "petition-case", found.id),
  };
};
