import { useTranslations } from "next-intl";
import type { ClockRule } from "@/lib/petitions/clocks/types";
import { formatDay } from "@/lib/platform/dates/days";

/** A limit in words: what for, how long, since when. */
export function useRuleWords() {
  const t = useTranslations("clocks");
  const cases = ({ when }: ClockRule) =>
    [
      when.level ? t(`why.because.level${when.level}`) : "",
      when.remote ? t("why.because.remote") : "",
      when.complex ? t("why.because.complex") : "",
      when.dismissal ? t("why.because.dismissal") : "",
      when.severalPlaces ? t("why.because.severalPlaces") : "",
    ].filter(Boolean);
  const limit = (rule: Pick<ClockRule, "limit" | "unit" | "direction">) =>
    rule.limit === null
      ? t("settings.noLimit")
      : t(`settings.limitOf.${rule.direction}.${rule.unit}`, { limit: rule.limit });
  const span = ({ validFrom, validUntil }: ClockRule) =>
    validUntil === null
      ? t("settings.since", { from: formatDay(validFrom) })
      : t("settings.span", { from: formatDay(validFrom), until: formatDay(validUntil) });
  return { step: (rule: ClockRule) => t(`steps.${rule.step}`), cases, limit, span };
}
