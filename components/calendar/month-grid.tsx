import { useTranslations } from "next-intl";
import { shortDay, weekdayOf } from "@/components/calendar/week-words";
import type { MonthDay } from "@/lib/meetings/types";
import { type Day, formatDay, plusDays } from "@/lib/platform/dates/days";
import { mondayOf, weekOf } from "@/lib/platform/dates/times";

type MonthGridProps = {
  days: readonly MonthDay[];
  today: Day;
  base: string;
  caption: string;
  /** The day's own list, with the filters of the page. */
  dayAddress: (day: Day) => string;
};

/** What is not yet certain, or no longer: in words beside the line, not by colour alone. */
const marked = ["filed", "approved", "postponed", "cancelled"] as const;
const isMarked = (state: MonthDay["items"][number]["state"]): state is (typeof marked)[number] =>
  (marked as readonly string[]).includes(state);

function Item({ item, base }: { item: MonthDay["items"][number]; base: string }) {
  const t = useTranslations("calendar.month");
  const off = item.state === "postponed" || item.state === "cancelled";
  return (
    <li className={off ? "month__off" : undefined}>
      <a href={`${base}/meetings/${item.id}`}>
        <b>{item.from}</b> <span>{item.title}</span>
      </a>
      {isMarked(item.state) ? (
        <em className={off ? "mark mark--off" : "mark mark--hold"}>{t(`mark.${item.state}`)}</em>
      ) : null}
    </li>
  );
}

function DayCell({
  day: { day, count, items },
  ...props
}: Omit<MonthGridProps, "days" | "caption"> & { day: MonthDay }) {
  const t = useTranslations("calendar");
  const classes = [count === 0 ? "month__free" : "", weekdayOf(day) > 5 ? "month__weekend" : ""];
  return (
    <td
      className={classes.filter(Boolean).join(" ") || undefined}
      aria-current={day === props.today ? "date" : undefined}
    >
      <a className="month__day" href={props.dayAddress(day)}>
        <span className="month__weekday">{t(`weekday.${weekdayOf(day)}` as never)} </span>
        <span className="month__number">{Number(day.slice(8))}</span>
        <span className="month__full">{shortDay(day)}</span>
        {day === props.today ? <span className="month__today"> {t("month.today")}</span> : null}
      </a>
      {items.length > 0 ? (
        <ul>
          {items.map((item) => (
            <Item key={item.id} item={item} base={props.base} />
          ))}
        </ul>
      ) : null}
      {count > items.length ? (
        <a className="month__more" href={props.dayAddress(day)}>
          {t("month.more", { count: count - items.length })}
          <span className="sr-only">, {formatDay(day)}</span>
        </a>
      ) : null}
    </td>
  );
}

/** The weeks a month lies in, from the Monday of its first day on; a day of another month is a date alone. */
function weeksOf(days: readonly MonthDay[]): { monday: Day; days: (MonthDay | null)[] }[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (!first || !last) return [];
  const byDay = new Map(days.map((each) => [each.day, each]));
  const weeks: { monday: Day; days: (MonthDay | null)[] }[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = plusDays(monday, 7)) {
    weeks.push({
      monday,
      days: [0, 1, 2, 3, 4, 5, 6].map((nth) => byDay.get(plusDays(monday, nth)) ?? null),
    });
  }
  return weeks;
}

/** A month as a wall calendar has it, a plain table; each week leads to its sheet, each day to its list. On a phone one day under the other. */
export function MonthGrid({ days, caption, ...props }: MonthGridProps) {
  const t = useTranslations("calendar");
  return (
    <table className="month">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="month__week">
            {t("month.week")}
          </th>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday.${weekday}` as never)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map(({ monday, days: cells }) => (
          <tr key={monday}>
            <th scope="row" className="month__week">
              <a href={`${props.base}?week=${monday}`}>
                <span className="month__weekword">{t("month.week")} </span>
                {weekOf(monday).week}
              </a>
            </th>
            {cells.map((cell, nth) =>
              cell ? (
                <DayCell key={cell.day} day={cell} {...props} />
              ) : (
                <td key={plusDays(monday, nth)} className="month__other">
                  {shortDay(plusDays(monday, nth))}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
