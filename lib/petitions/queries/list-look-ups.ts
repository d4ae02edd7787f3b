import "server-only";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideReadingLooks, decideReviewingLookUps } from "../policy";
import type { LookUpLine, LookUpsView } from "../secrecy/types";

/** So many days a page. */
const days = 14;

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Who of the office asked over all offices, by day and person: how often, for how many letters, with how many answers. */
export const listLookUps: Query<{ until?: string | undefined }, LookUpsView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  if (!decideReadingLooks(actor).allowed) return null;
  const { tenantId, officeId } = actor;
  const today = dayAt(now);
  const until: Day =
    input.until && isDay.test(input.until) && !Number.isNaN(Date.parse(input.until)) ? input.until : today;
  const from = plusDays(until, -(days - 1));
  const lines = await tx.$queryRaw<LookUpLine[]>`
    select counted.day::text as day, counted.source, pe.full_name as "personName", ch.full_name as "inChargeName", counted.times, counted.letters, counted.answers,
      counted."lastAt"
    from (
      select (l.at at time zone 'Asia/Ho_Chi_Minh')::date as day, l.source, l.account_id, l.in_charge_id, count(*)::int as times,
        sum(l.asked)::int as letters, coalesce(sum(l.answers), 0)::int as answers, max(l.at) as "lastAt"
      from look_ups l
      where l.tenant_id = ${tenantId}::uuid and l.office_id = ${officeId}::uuid
        and l.at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and l.at < (${until}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      group by 1, l.source, l.account_id, l.in_charge_id) counted
    left join lateral (
      select p.full_name from people p where p.tenant_id = ${tenantId}::uuid and p.account_id = counted.account_id limit 1) pe on true
    left join lateral (
      select p.full_name from people p where p.tenant_id = ${tenantId}::uuid and p.account_id = counted.in_charge_id limit 1) ch on true
    order by counted.day desc, counted.times desc, pe.full_name, counted.source`;
  const [review] = await tx.$queryRaw<{ until: Date; personName: string | null; note: string }[]>`
    select r.reviewed_until as until, pe.full_name as "personName", r.note from look_up_reviews r
    left join people pe on pe.tenant_id = r.tenant_id and pe.account_id = r.account_id
    where r.tenant_id = ${tenantId}::uuid and r.office_id = ${officeId}::uuid
    order by r.reviewed_until desc, r.id desc limit 1`;
  const [older] = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one from look_ups l where l.tenant_id = ${tenantId}::uuid and l.office_id = ${officeId}::uuid
      and l.at < ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh' order by l.at desc, l.id desc limit 1`;
  const newest = lines.reduce<Date | null>(
    (last, { lastAt }) => (last && last > lastAt ? last : lastAt),
    null,
  );
  return {
    from,
    until,
    lines,
    review: review ?? null,
    reviewable:
      decideReviewingLookUps(actor).allowed && newest && (!review || newest > review.until) ? newest : null,
    older: older ? plusDays(from, -1) : null,
    newer: until < today ? plusDays(until, days) : null,
  };
};
