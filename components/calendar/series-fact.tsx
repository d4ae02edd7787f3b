import { useTranslations } from "next-intl";
import { weekdayOf } from "@/components/calendar/week-words";
import type { Fact } from "@/components/ui/facts";
import type { MeetingPageView, SeriesView } from "@/lib/meetings/types";
import { formatDay } from "@/lib/platform/dates/days";

/** "Thứ Hai, hai tuần một lần, từ 07/12/2026 đến 28/06/2027, trừ 01/02/2027" */
function useRuleWords() {
  const t = useTranslations("calendar.series");
  const weekday = useTranslations("calendar.weekday");
  return ({ rule, firstDay, except }: SeriesView): string => {
    const day = weekday(String(weekdayOf(firstDay)) as never);
    const how = t(`rules.${rule.repeat}`, { every: rule.every, day, date: Number(firstDay.slice(8, 10)) });
    const from = formatDay(firstDay);
    const end = rule.lastDay
      ? t("rules.until", { from, until: formatDay(rule.lastDay) })
      : t("rules.times", { from, times: rule.times ?? 0 });
    const without = except.length > 0 ? t("rules.except", { days: except.map(formatDay).join(", ") }) : "";
    return `${how}, ${end}${without}`;
  };
}

/** The series a meeting is one of, with the ones before and after it; null where it stands alone. */
export function useSeriesFact({ series }: MeetingPageView, tenant: string): Fact | null {
  const t = useTranslations("calendar.series");
  const words = useRuleWords();
  if (!series) return null;
  const at = (meetingId: string) => `/${tenant}/calendar/meetings/${meetingId}`;
  return {
    label: t("fact"),
    value: (
      <>
        {words(series)}. {t("nth", { nth: series.nth, total: series.total })}{" "}
        {series.before ? (
          <a href={at(series.before.meetingId)}>{t("before", { day: formatDay(series.before.day) })}</a>
        ) : null}
        {series.before && series.after ? " · " : null}
        {series.after ? (
          <a href={at(series.after.meetingId)}>{t("after", { day: formatDay(series.after.day) })}</a>
        ) : null}
      </>
    ),
  };
}
