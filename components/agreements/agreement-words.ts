import { useTranslations } from "next-intl";
import type { BadgeTone } from "@/components/ui/badge";
import type { StandingState } from "@/lib/agreements/types";
import { type Day, formatDay, plusDays } from "@/lib/platform/dates/days";

const tones: Record<StandingState, BadgeTone> = {
  draft: "neutral",
  negotiating: "act",
  "awaiting-signatures": "due",
  "not-yet-in-force": "done",
  "in-force": "done",
  expired: "neutral",
  declined: "alarm",
  withdrawn: "neutral",
};

type Standing = {
  state: StandingState;
  signatures: number;
  parties: number;
  effectiveFrom: Day | null;
  effectiveUntil: Day | null;
  plannedFrom: Day | null;
  plannedUntil?: Day | null;
};

/** State and term of a version in words, the same on every page. */
export function useAgreementWords() {
  const t = useTranslations("agreements");
  return {
    state(version: Standing): { tone: BadgeTone; text: string } {
      const text = t(`state.${version.state}`, {
        signed: version.signatures,
        parties: version.parties,
        from: version.effectiveFrom ? formatDay(version.effectiveFrom) : "",
      });
      return { tone: tones[version.state], text };
    },
    term(version: Omit<Standing, "signatures" | "parties">): string {
      // An ended version takes effect on no day.
      if (version.state === "declined" || version.state === "withdrawn") return "";
      const [from, until] = version.effectiveFrom
        ? [version.effectiveFrom, version.effectiveUntil]
        : [version.plannedFrom, version.plannedUntil ?? null];
      if (!from) return t("term.fromSigning");
      const planned = version.effectiveFrom === null;
      if (!until) return t(planned ? "term.planned" : "term.inForce", { from: formatDay(from) });
      // Stored is the first day after; people read the last day.
      const last = formatDay(plusDays(until, -1));
      return t(planned ? "term.plannedBetween" : "term.between", { from: formatDay(from), until: last });
    },
  };
}
