import { useTranslations } from "next-intl";
import { formatDay } from "@/lib/platform/dates/days";
import type { HandoverItem } from "@/lib/tasks/types";

/** What was said of a task whose lead moves, in words. */
export function useHandoverWords() {
  const t = useTranslations("tasks.handover.states");
  return {
    said: ({ state, saidOn, next }: HandoverItem): string =>
      saidOn
        ? t(state, { to: next.code, day: formatDay(saidOn) })
        : t("undecided", { to: next.code, day: "" }),
  };
}
