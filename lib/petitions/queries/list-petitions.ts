import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { decodeListKey, pageOf } from "@/lib/platform/queries/list-key";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadHandlers } from "../handler/store";
import { allowHandover } from "../handovers/policy";
import { decideTaking } from "../policy";
import { openStates } from "../rules";
import type { PetitionFilter, PetitionLine, PetitionListView, ShownPetitioner } from "../types";
import { loadChoices } from "./load-bodies";
import { searchPetitions } from "./search-petitions";

export type PetitionListInput = PetitionFilter & {
  after?: string | undefined;
  /** Asks the whole register for these words, whatever the filter says. */
  words?: string | undefined;
};

const pageSize = 50;
const countLimit = 1_000;

type EntryFilter = {
  states: string[] | null;
  petitionClass: string | null;
};

function entryFilter(filter: PetitionFilter): EntryFilter {
  return {
    states: filter.state === null ? null : filter.state === "open" ? [...openStates] : [filter.state],
    petitionClass: filter.class === "none" ? "" : filter.class,
  };
}

/** Letters given to the acting person, or to somebody of the acting office: in an index of their own. */
function ofHandler(actor: Actor, { handler }: PetitionFilter): Prisma.Sql {
  if (handler === null) return Prisma.empty;
  const personId = handler === "mine" ? actor.personId : handler;
  return Prisma.sql`and e.handler_person_id = ${personId}::uuid`;
}

/** Exact to the limit and null past it ("hơn 1.000"): read in the index of the entries alone. */
async function countEntries(tx: TenantTx, actor: Actor, filter: PetitionFilter): Promise<number | null> {
  const { states, petitionClass } = entryFilter(filter);
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from (
      select 1 from petition_entries e
      where e.tenant_id = ${actor.tenantId}::uuid and e.office_id = ${actor.officeId}::uuid
        and e.received_on >= ${filter.from}::date and e.received_on <= ${filter.until}::date
        and (${filter.kind}::text is null or e.kind = ${filter.kind})
        and (${filter.bodyId}::uuid is null or e.body_id = ${filter.bodyId}::uuid)
        and (${filter.officeId}::uuid is null or e.receiving_office_id = ${filter.officeId}::uuid)
        and (${filter.channel}::text is null or e.channel = ${filter.channel})
        and (${petitionClass}::text is null or e.class = ${petitionClass})
        and (${states}::text[] is null or e.state = any(${states}::text[]))
        ${ofHandler(actor, filter)}
      -- In the order of the index, so that it is read there and no further than the limit.
      order by e.received_on desc, e.petition_id desc
      limit ${countLimit + 1}) counted`;
  const count = rows[0]?.count ?? 0;
  return count > countLimit ? null : count;
}

type LineRow = Omit<PetitionLine, "petitioner"> & {
  identity: string;
  person: {
    fullName: string | null;
    address: string | null;
    phone: string | null;
    idNumber: string | null;
  } | null;
  keyAt: string;
};

/** Who wrote, as a line shows it: a sealed name is not even asked for. */
export function shownPetitioner(identity: string, person: LineRow["person"]): ShownPetitioner {
  if (identity === "sealed") return { kind: "sealed" };
  if (!person) return { kind: "anonymous" };
  return {
    kind: "plain",
    fullName: person.fullName ?? "",
    address: person.address ?? "",
    phone: person.phone ?? "",
    idNumber: person.idNumber ?? "",
  };
}

/** Lines of the register from the newest on, in one index; the letters themselves only for the page shown. */
export async function loadLines(
  tx: TenantTx,
  actor: Actor,
  filter: PetitionFilter,
  page: { after: { at: string; id: string }; size: number },
): Promise<(PetitionLine & { keyAt: string })[]> {
  const { states, petitionClass } = entryFilter(filter);
  const before = page.after.at === "infinity" ? "infinity" : page.after.at.slice(0, 10);
  const found = await tx.$queryRaw<{ id: string }[]>`
    select e.petition_id as id from petition_entries e
    where e.tenant_id = ${actor.tenantId}::uuid and e.office_id = ${actor.officeId}::uuid
      and e.received_on >= ${filter.from}::date and e.received_on <= ${filter.until}::date
      and (e.received_on, e.petition_id) < (${before}::date, ${page.after.id}::uuid)
      and (${filter.kind}::text is null or e.kind = ${filter.kind})
      and (${filter.bodyId}::uuid is null or e.body_id = ${filter.bodyId}::uuid)
      and (${filter.officeId}::uuid is null or e.receiving_office_id = ${filter.officeId}::uuid)
      and (${filter.channel}::text is null or e.channel = ${filter.channel})
      and (${petitionClass}::text is null or e.class = ${petitionClass})
      and (${states}::text[] is null or e.state = any(${states}::text[]))
      ${ofHandler(actor, filter)}
    order by e.received_on desc, e.petition_id desc
    limit ${page.size}`;
  return loadLinesOf(
    tx,
    actor,
    found.map(({ id }) => id),
  );
}

/** The lines of these letters, in their order; what the acting office may not read is left out. */
export async function loadLinesOf(
  tx: TenantTx,
  actor: Actor,
  ids: readonly string[],
): Promise<(PetitionLine & { keyAt: string })[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<LineRow[]>`
    select p.id, p.code, p.kind, to_char(p.received_on, 'YYYY-MM-DD') as "receivedOn", p.identity, p.subject, p.class,
      p.people_count as "peopleCount", p.settled_before as "settledBefore", p.competent, p.outcome,
      p.outcome_body as "outcomeBody", p.outcome_document as "outcomeDocument", p.follow_up as "followUp", p.note, p.state,
      p.channel, b.name as body,
      jsonb_build_object('id', lo.id, 'code', lo.code, 'name', lo.name, 'tint', lo.tint) as lead,
      (select jsonb_build_object('fullName', pe.full_name, 'address', pe.address, 'phone', pe.phone, 'idNumber', pe.id_number)
        from petition_people pe
        where pe.tenant_id = p.tenant_id and pe.petition_id = p.id and pe.identity = 'plain' and p.identity = 'plain'
        order by pe.ordinal limit 1) as person,
      (select c.code from petition_case_members m join petition_cases c on c.tenant_id = m.tenant_id and c.id = m.case_id
        where m.tenant_id = p.tenant_id and m.petition_id = p.id and m.left_at is null) as "caseCode",
      (select pe.full_name from petition_entries e join people pe on pe.tenant_id = e.tenant_id and pe.id = e.handler_person_id
        where e.tenant_id = p.tenant_id and e.office_id = ${actor.officeId}::uuid and e.petition_id = p.id) as "handlerName",
      to_char(p.received_on, 'YYYY-MM-DD') || 'T00:00:00.000000Z' as "keyAt"
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place)
    cross join lateral (
      select * from petitions where petitions.tenant_id = ${actor.tenantId}::uuid and petitions.id = wanted.id limit 1) p
    join bodies b on b.tenant_id = p.tenant_id and b.id = p.receiving_body_id
    join offices lo on lo.tenant_id = p.tenant_id and lo.id = p.lead_office_id
    order by wanted.place`;
  return rows.map(({ identity, person, ...line }) => ({
    ...line,
    petitioner: shownPetitioner(identity, person),
  }));
}

/** The register as the acting office reads it, newest first, 50 a page, by what stands in its columns. */
export const listPetitions: Query<PetitionListInput, PetitionListView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { after, words = "", ...filter } = input;
  const rows = words
    ? await loadLinesOf(tx, actor, await searchPetitions(tx, actor, words))
    : await loadLines(tx, actor, filter, { after: decodeListKey(after), size: pageSize + 1 });
  const { shown, next } = pageOf(rows, pageSize);
  const isWhole = words !== "" || (after === undefined && next === null);
  const choices = await loadChoices(tx, actor.tenantId);
  const handlers = await loadHandlers(tx, actor);
  return {
    today: dayAt(now),
    filter,
    words,
    choices,
    lines: shown.map(({ keyAt: _key, ...line }) => line),
    next,
    count: isWhole ? shown.length : await countEntries(tx, actor, filter),
    mayTake: decideTaking(
      actor,
      choices.bodies.some((body) => body.officeId === actor.officeId),
    ).allowed,
    mayReadHandovers: allowHandover(actor, "read").allowed,
    handlers: handlers.map(({ personId, name }) => ({
      personId,
      name,
      mine: personId === actor.personId,
    })),
  };
};
