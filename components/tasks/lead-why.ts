import { useTranslations } from "next-intl";
import type { WhyContent } from "@/components/ui/why";
import { formatDay } from "@/lib/platform/dates/days";
import type { LeadReason, TaskDuty } from "@/lib/tasks/types";

/** Why this office leads: the rule in words, then the clause that says so. */
export function useLeadWhy() {
  const t = useTranslations("tasks");
  return (office: string, why: LeadReason, duty: TaskDuty): WhyContent => {
    const about = why.host ? `${why.about ?? ""} ${why.host}` : (why.about ?? "");
    return {
      title: t("why.title", { office }),
      text: [
        t(`why.${why.rule}`, { office, about }),
        why.merged ? t("facts.merged") : "",
        why.handed ? t("why.handed", { from: why.handed.from, day: formatDay(why.handed.on) }) : "",
      ]
        .filter(Boolean)
        .join(" "),
      steps: why.basis ? [{ label: t("facts.basis"), text: why.basis }] : [],
      quote: {
        text: duty.text,
        source: t("source", { article: duty.article, clause: duty.clause, paper: duty.paper }),
      },
    };
  };
}
