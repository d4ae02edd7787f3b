import "server-only";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import type { Period } from "@/lib/platform/dates/periods";
import { instantOf, timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { MonthDay } from "../types";
import { type MeetingListInput, matching, standing } from "./meeting-filters";

/** So many of one day are named in its cell; the others are a number that opens the day. */
const named = 4;

type Row = Omit<MonthDay["items"][number], "from"> & { startsAt: Date; ofDay: number };

/** Every day of the period with its first meetings and how many there are; a meeting stands on the day it begins. */
export async function loadMonth(
  tx: TenantTx,
  { tenantId, officeId }: { tenantId: string; officeId: string },
  period: Period,
  input: MeetingListInput,
): Promise<MonthDay[]> {
  const [from, until] = [instantOf(period.from, "00:00"), instantOf(plusDays(period.until, 1), "00:00")];
  const rows = await tx.$queryRaw<Row[]>`
    select id, title, state, "startsAt", "ofDay" from (
      select m.id, m.title, m.state, m.starts_at as "startsAt",
        (count(*) over of_day)::integer as "ofDay",
        row_number() over (of_day order by m.starts_at, m.id) as place
      from access acc
      join meetings m on m.tenant_id = acc.tenant_id and m.id = acc.subject_id
      where acc.tenant_id = ${tenantId}::uuid and acc.office_id = ${officeId}::uuid and acc.kind = 'meeting'
        and acc.sort_key >= ${from} and acc.sort_key < ${until}
        and ${standing}
        and ${matching(input)}
      window of_day as (partition by (acc.sort_key at time zone 'Asia/Ho_Chi_Minh')::date)) found
    where place <= ${named}
    order by "startsAt", id`;
  const days: MonthDay[] = [];
  for (let day: Day = period.from; day <= period.until; day = plusDays(day, 1)) {
    const own = rows.filter(({ startsAt }) => dayAt(startsAt) === day);
    days.push({
      day,
      count: own[0]?.ofDay ?? 0,
      items: own.map(({ id, title, state, startsAt }) => ({ id, title, state, from: timeAt(startsAt) })),
    });
  }
  return days;
}
