import "server-only";
import { decidePetition, type PetitionSubject } from "@/lib/petitions/policy";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
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
};

const most = 20;

/** Letters whose next step is the acting person's: to classify, to acknowledge, to take back, to tell the result of, to press for an answer about, to file away as joined. */
export async function loadWaitingPetitions(tx: TenantTx, actor: Actor): Promise<DeskPetition[]> {
  const { tenantId, officeId } = actor;
  const presses = actor.role === "chief" || actor.role === "inspector";
  const rows = await tx.$queryRaw<Row[]>`
    with step as (
      (select f.petition_id, 'answerForward' as act, 1 as rank from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and f.to_office_id = ${officeId}::uuid and f.state = 'sent' limit ${most})
      union all
      (select f.petition_id, 'takeBack', 2 from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and f.from_office_id = ${officeId}::uuid and f.state = 'sent-back' limit ${most})
      union all
      (select f.petition_id, 'tellResult', 3 from petition_forwards f
        join petitions p on p.tenant_id = f.tenant_id and p.id = f.petition_id and p.closed_at is not null
        where f.tenant_id = ${tenantId}::uuid and f.to_office_id = ${officeId}::uuid and f.state = 'acknowledged' limit ${most})
      union all
      -- What nobody acknowledged in time, for the chiefs and inspectors of both offices.
      (select f.petition_id, 'press', 0 from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and ${presses} and f.from_office_id = ${officeId}::uuid and f.state = 'sent'
          and f.escalated_at is not null limit ${most})
      union all
      (select f.petition_id, 'press', 0 from petition_forwards f
        where f.tenant_id = ${tenantId}::uuid and ${presses} and f.to_office_id = ${officeId}::uuid and f.state = 'sent'
          and f.escalated_at is not null limit ${most})
      union all
      -- Joined to an earlier letter, with which they are handled: to be filed away here. The newest of what was joined.
      (select j.petition_id, 'fileAway', 5 from (
        select o.petition_id from petition_joins o
        where o.tenant_id = ${tenantId}::uuid and o.office_id = ${officeId}::uuid and o.kind = 'joined' and o.undone_at is null
        order by o.at desc, o.id desc limit 100) j
        join petitions p on p.tenant_id = ${tenantId}::uuid and p.id = j.petition_id and p.state = 'classified' limit ${most})
      union all
      (select p.id, 'classify', 4 from petitions p
        where p.tenant_id = ${tenantId}::uuid and p.lead_office_id = ${officeId}::uuid and p.state = 'received'
        order by p.received_on, p.id limit ${most}))
    select p.id as "petitionId", p.code, p.subject as title, to_char(p.received_on, 'YYYY-MM-DD') as "receivedOn", p.state,
      step.act, p.lead_office_id as "leadOfficeId"
    from step join petitions p on p.tenant_id = ${tenantId}::uuid and p.id = step.petition_id
    order by step.rank, p.received_on, p.id`;
  return rows
    .filter(({ act, state, leadOfficeId }) => {
      if (act === "press") return true;
      const asked = act === "answerForward" ? [{ officeId, part: "forwarded" }] : [];
      const subject = { state, leadOfficeId, receivingOfficeId: "", filingOfficeId: "", offices: asked };
      return decidePetition(actor, act, subject).allowed;
    })
    .map(({ petitionId, code, title, receivedOn, act }) => ({ petitionId, code, title, receivedOn, act }));
}
