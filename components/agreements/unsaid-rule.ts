import { useTranslations } from "next-intl";
import type { Contradiction } from "@/lib/agreements/types";

/** In words what a clause does not say. */
export function useUnsaidRule() {
  const t = useTranslations("agreements.contradictions");
  return (unsaid: Contradiction): string => {
    const { article, clause } = unsaid;
    if (unsaid.rule === "lead") return t("clause", { article, clause, office: unsaid.leadCode });
    if (unsaid.rule === "silence") return t(`silence.${unsaid.as}`, { article, clause });
    return t(unsaid.rule, { article, clause, days: unsaid.days });
  };
}
