import "server-only";
import { dayAt } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import type { PetitionCountRow, PetitionCountsView } from "../types";
import { loadChoices } from "./load-bodies";

export type PetitionCountsInput = { from: string; until: string };

/**
 * How many letters and visits of a period the acting office has, by everything they are counted by. Read in the index of the
 * entries; what it answers is a few hundred rows at most, which the page adds up.
 */
export const countPetitions: Query<PetitionCountsInput, PetitionCountsView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const rows = await tx.$queryRaw<PetitionCountRow[]>`
    select e.kind, e.body_id as "bodyId", e.receiving_office_id as "officeId", e.channel, nullif(e.class, '') as class, e.state,
      count(*)::integer as count
    from petition_entries e
    where e.tenant_id = ${actor.tenantId}::uuid and e.office_id = ${actor.officeId}::uuid
      and e.received_on >= ${input.from}::date and e.received_on <= ${input.until}::date
    group by e.kind, e.body_id, e.receiving_office_id, e.channel, e.class, e.state`;
  return { today: dayAt(now), rows, choices: await loadChoices(tx, actor.tenantId) };
};
