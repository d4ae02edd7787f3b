import { useTranslations } from "next-intl";
import type { DueContent } from "@/components/ui/due";
import { type Day, daysBetween, formatDay } from "@/lib/platform/dates/days";

const soon = 3;

/** How much time is left to a day, in words: "còn 2 ngày", "hôm nay", "quá 2 ngày". */
export function useDueWords() {
  const t = useTranslations("tasks.due");
  function words(days: number): string {
    if (days < 0) return t("late", { days: -days });
    return days === 0 ? t("today") : t("left", { days });
  }
  function left(day: Day, today: Day): string {
    return words(daysBetween(today, day));
  }
  function due(day: Day, today: Day): DueContent {
    const days = daysBetween(today, day);
    const tone = days < 0 ? "late" : days <= soon ? "due" : "plain";
    return { tone, text: words(days), date: { iso: day, text: formatDay(day) } };
  }
  return { left, due };
}
