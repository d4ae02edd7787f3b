import "server-only";
import { decideCase } from "@/lib/petitions/cases/policy";
import type { ClockStep } from "@/lib/petitions/clocks/types";
import { decideAssigning, decidePetition, type PetitionSubject } from "@/lib/petitions/policy";
import { type ContributionState, inHand } from "@/lib/petitions/rule-table";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Role } from "@/lib/platform/policy/rule-table";
import type { Actor } from "@/lib/platform/tenancy/actor";
import type { DeskPetition, DeskPetitionAct } from "../types";

type Row = {
  petitionId: string;
  code: string;
  title: string;
  receivedOn: Day;
  state: PetitionSubject["state"];
  act: DeskPetitionAct;
  leadOfficeId: string;
  /** Of a part that waits: whose it is, how far it has come and by when. */
  partOfficeId: string | null;
  partState: ContributionState | null;
  dueOn: Day | null;
  /** Of a letter another office gave over: which, and when. */
  from: string | null;
  sentOn: Day | null;
  /** What the law asks next of it. */
  step: ClockStep | null;
  /** It was given to somebody else of the office, who is there. */
  ofAnother: boolean;
};

const most = 20;

/** Who works on what was given to others only when asked: the heads of an office see all of its letters. */
const ownWorkOnly: ReadonlySet<Role> = new Set(["specialist", "reception-officer"]);
/** What waits on a letter for whoever handles it. */
const ofTheHandler: ReadonlySet<DeskPetitionAct> = new Set([
  "classify",
  "handle",
  "takeBack",
  "tellResult",
  "seeAdditions",
  "readResult",
  "fileAway",
  "takeOverPart",
  "tellCase",
]);

/** The row's act, where the acting person may do it. Who may not answer for the office may still contribute. */
function offered(
  actor: Actor,
  { act, state, leadOfficeId, partOfficeId, partState }: Row,
): DeskPetitionAct | null {
  if (act === "press" || act === "own") return act;
  if (act === "tellCase")
    return decideCase(actor, { act: "tell", part: "member", state: "answered" }).allowed ? act : null;
  const { officeId } = actor;
  const asked = act === "answerForward" ? [{ officeId, part: "forwarded" }] : [];
  const assists = partOfficeId && partState ? [{ officeId: partOfficeId, state: partState }] : [];
  const subject = { state, leadOfficeId, receivingOfficeId: "", filingOfficeId: "", offices: asked, assists };
  const may = (what: Parameters<typeof decidePetition>[1]) =>
    decidePetition(actor, what, subject, partOfficeId ?? officeId).allowed;
  // A clerk issues the papers of what others decide.
  if (act === "handle") return may("record") || may("issuePaper") ? act : null;
  if (act === "acceptPart") return may("acceptPart") ? act : may("givePart") ? "givePart" : null;
  return may(act === "readResult" ? "read" : act) ? act : null;
}

/**
 * Letters whose next step is the acting person's: to classify, to acknowledge, to accept or decline as taken over, to take back, to tell the result of, to press for an
 * answer about, to file away as joined, to contribute to, to take a contribution over.
 */
export async function loadWaitingPetitions(tx: TenantTx, actor: Actor): Promise<DeskPetition[]> {
  const { tenantId, officeId } = actor;
  const assigns = decideAssigning(actor).allowed;
  const presses = actor.role === "chief" || actor.role === "inspector";
  const rows = await tx.$queryRaw<Row[]>`
    with step as (
      (select f.petition_id, 'answerForward' as act, 1 as rank, null::uuid as part_of, null as part_state, null::date as due_on from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and f.to_office_id = ${officeId}::uuid and f.state = 'sent' limit ${most})
      union all
      (select f.petition_id, 'takeBack', 2, null, null, null from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and f.from_office_id = ${officeId}::uuid and f.state = 'sent-back' limit ${most})
      union all
      (select f.petition_id, 'tellResult', 3, null, null, null from petition_forwards f
        join petitions p on p.tenant_id = f.tenant_id and p.id = f.petition_id and p.closed_at is not null
        where f.tenant_id = ${tenantId}::uuid and f.to_office_id = ${officeId}::uuid and f.state = 'acknowledged' limit ${most})
      union all
      -- Taken over from another office, and nothing done with it yet.
      (select f.petition_id, 'handle', 2, null, null, null from petition_forwards f
        join petitions p on p.tenant_id = f.tenant_id and p.id = f.petition_id and p.lead_office_id = f.to_office_id
          and p.state = 'classified'
        where f.tenant_id = ${tenantId}::uuid and f.to_office_id = ${officeId}::uuid and f.state = 'acknowledged' limit ${most})
      union all
      -- Given to the acting person, what is due first of it first.
      (select mine.petition_id, 'own', 3, null::uuid, null, null::date from (
        select e.petition_id from petition_entries e
        where e.tenant_id = ${tenantId}::uuid and e.office_id = ${officeId}::uuid and e.handler_person_id = ${actor.personId}::uuid
          and e.handler_post_id = any(${actor.posts.map(({ postId }) => postId)}::uuid[])
          and e.state in ('received', 'classified', 'accepted', 'suspended', 'forwarded') limit 500) mine
        left join lateral (select min(c.due_on) as due_on from petition_clocks c
          where c.tenant_id = ${tenantId}::uuid and c.petition_id = mine.petition_id and c.office_id = ${officeId}::uuid
            and c.status = 'running') first on true
        order by first.due_on, mine.petition_id limit ${most})
      union all
      -- Given to somebody who holds the post no more: to be given to another.
      (select e.petition_id, 'assign', 1, null, null, null from petition_entries e
        where e.tenant_id = ${tenantId}::uuid and ${assigns} and e.office_id = ${officeId}::uuid and e.handler_person_id is not null
          and e.state in ('received', 'classified', 'accepted', 'suspended', 'forwarded')
          and not exists (select 1 from post_holdings h where h.tenant_id = e.tenant_id and h.post_id = e.handler_post_id
            and h.person_id = e.handler_person_id and h.from_date <= portal_today()
            and (h.until_date is null or h.until_date >= portal_today()))
        limit ${most})
      union all
      -- What nobody acknowledged in time, for the chiefs and inspectors of both offices.
      (select f.petition_id, 'press', 0, null, null, null from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and ${presses} and f.from_office_id = ${officeId}::uuid and f.state = 'sent'
          and f.escalated_at is not null limit ${most})
      union all
      (select f.petition_id, 'press', 0, null, null, null from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and ${presses} and f.to_office_id = ${officeId}::uuid and f.state = 'sent'
          and f.escalated_at is not null limit ${most})
      union all
      -- Joined to an earlier letter, with which they are handled: to be filed away here. The newest of what was joined.
      (select j.petition_id, 'fileAway', 5, null, null, null from (
        select o.petition_id from petition_joins o
        where o.tenant_id = ${tenantId}::uuid and o.office_id = ${officeId}::uuid and o.kind = 'joined' and o.undone_at is null
        order by o.at desc, o.id desc limit 100) j
        join petitions p on p.tenant_id = ${tenantId}::uuid and p.id = j.petition_id and p.state = 'classified' limit ${most})
      union all
      (select a.petition_id, 'seeAdditions', 0, null, null, null from petition_additions a
        join petitions p on p.tenant_id = a.tenant_id and p.id = a.petition_id and p.lead_office_id = ${officeId}::uuid
        where a.tenant_id = ${tenantId}::uuid and a.seen_at is null group by a.petition_id order by min(a.created_at) limit ${most})
      union all
      (select f.petition_id, 'readResult', 5, null, null, null from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and f.from_office_id = ${officeId}::uuid and f.answered_via = 'link'
          and f.state = 'answered' and f.answered_at > now() - interval '7 days' limit ${most})
      union all
      (select c.petition_id, case c.state when 'asked' then 'acceptPart' else 'givePart' end, 1, c.office_id, c.state, c.due_on
        from petition_contributions c
        join petitions p on p.tenant_id = c.tenant_id and p.id = c.petition_id and p.lead_office_id = c.lead_office_id
          and p.state = any(${inHand}::text[])
        where c.tenant_id = ${tenantId}::uuid and c.office_id = ${officeId}::uuid and c.state in ('asked', 'accepted')
        order by c.due_on, c.petition_id limit ${most})
      union all
      (select c.petition_id, 'takeOverPart', 1, c.office_id, c.state, null
        from petition_contributions c
        join petitions p on p.tenant_id = c.tenant_id and p.id = c.petition_id and p.lead_office_id = c.lead_office_id
          and p.state = any(${inHand}::text[])
        where c.tenant_id = ${tenantId}::uuid and c.lead_office_id = ${officeId}::uuid and c.state = 'contributed'
        order by c.due_on, c.petition_id limit ${most})
      union all
      -- Its case has an answer that its sender was not told yet.
      (select distinct on (m.case_id) m.petition_id, 'tellCase', 2, null, null, null from petition_case_members m
        cross join lateral (select 1 from petition_cases c
          where c.tenant_id = ${tenantId}::uuid and c.id = m.case_id and c.state = 'answered' limit 1) answered
        where m.tenant_id = ${tenantId}::uuid and m.office_id = ${officeId}::uuid and m.left_at is null and m.told_on is null
        order by m.case_id limit ${most})
      union all
      (select p.id, 'classify', 4, null, null, null from petitions p
        where p.tenant_id = ${tenantId}::uuid and p.lead_office_id = ${officeId}::uuid and p.state = 'received'
        order by p.received_on, p.id limit ${most}))
    select p.id as "petitionId", p.code, p.subject as title, to_char(p.received_on, 'YYYY-MM-DD') as "receivedOn", p.state,
      step.act, p.lead_office_id as "leadOfficeId", step.part_of as "partOfficeId", step.part_state as "partState",
      to_char(coalesce(step.due_on, clock.due_on), 'YYYY-MM-DD') as "dueOn", clock.step, slip.code as "from",
      to_char(slip.sent_on, 'YYYY-MM-DD') as "sentOn", another.there is true as "ofAnother"
    from step join petitions p on p.tenant_id = ${tenantId}::uuid and p.id = step.petition_id
    left join lateral (select o.code, f.sent_on from petition_forwards f
      join offices o on o.tenant_id = f.tenant_id and o.id = f.from_office_id
      where step.act in ('answerForward', 'handle') and f.tenant_id = ${tenantId}::uuid and f.petition_id = p.id
        and f.to_office_id = ${officeId}::uuid and f.state in ('sent', 'acknowledged') limit 1) slip on true
    left join lateral (select true as there from petition_entries e
      join post_holdings h on h.tenant_id = e.tenant_id and h.post_id = e.handler_post_id and h.person_id = e.handler_person_id
        and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
      where e.tenant_id = ${tenantId}::uuid and e.office_id = ${officeId}::uuid and e.petition_id = p.id
        and e.handler_person_id <> ${actor.personId}::uuid limit 1) another on true
    left join lateral (select c.step, c.due_on from petition_clocks c
      where step.act in ('handle', 'own') and c.tenant_id = ${tenantId}::uuid and c.petition_id = p.id and c.office_id = ${officeId}::uuid
        and c.status = 'running' order by c.due_on, c.id limit 1) clock on true
    order by step.rank, clock.due_on, p.received_on, p.id`;
  const waiting = rows.flatMap((row) => {
    // What was given to another waits for that person.
    if (row.ofAnother && ownWorkOnly.has(actor.role) && ofTheHandler.has(row.act)) return [];
    const act = offered(actor, row);
    const { petitionId, code, title, receivedOn, dueOn, from, sentOn, step } = row;
    return act === null ? [] : [{ petitionId, code, title, receivedOn, act, dueOn, from, sentOn, step }];
  });
  // What is to be done says more than that the letter is one's own.
  const said = new Set(waiting.flatMap(({ act, petitionId }) => (act === "own" ? [] : [petitionId])));
  return waiting.filter(({ act, petitionId }) => act !== "own" || !said.has(petitionId));
}
