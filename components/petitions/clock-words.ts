import { useTranslations } from "next-intl";
import type { WhyStep } from "@/lib/petitions/clocks/types";
import { type SayWhy, sayWhy } from "@/lib/petitions/clocks/why";

/** A reckoning as the sentence that says why this day and no other. */
export function useWhySentence(): (why: readonly WhyStep[]) => string {
  const t = useTranslations("clocks.why");
  return (why) => sayWhy(t as unknown as SayWhy, why);
}
