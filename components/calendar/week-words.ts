import { useTranslations } from "next-intl";
import type { SheetVersionRef, WeekView } from "@/lib/meetings/types";
import { type Day, dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";

/** 23/11, as a cell of the sheet has it. */
export function shortDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The sheet's own head: title, whose, from when until when, and which version. */
export function useSheetHead(view: Pick<WeekView, "week" | "monday" | "shows">) {
  const t = useTranslations("calendar.sheet");
  const { monday, shows } = view;
  return {
    title: t("title", { week: view.week }),
    subject: t("subject", { from: formatDay(monday), until: formatDay(plusDays(monday, 6)) }),
    version: shows.kind === "version" ? versionWords(t, shows.version) : t("working"),
  };
}

type Words = ReturnType<typeof useTranslations<"calendar.sheet">>;

/** "Ban hành 16:40 ngày 19/11/2026", then "Điều chỉnh lần 2, 16:40 ngày 24/11/2026". */
export function versionWords(t: Words, version: SheetVersionRef): string {
  const values = { time: timeAt(version.publishedAt), day: formatDay(dayAt(version.publishedAt)) };
  return version.number === 0 ? t("first", values) : t("adjusted", { ...values, number: version.number });
}
