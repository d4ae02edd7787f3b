import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { weekdayOf } from "@/components/calendar/week-words";
import type { TaskTurn } from "@/components/tasks/task-turn";
import type { BadgeTone } from "@/components/ui/badge";
import type { WhyContent } from "@/components/ui/why";
import type { MeetingPageView } from "@/lib/meetings/types";
import type { Variant } from "@/lib/meetings/variants";
import { type Day, formatDay } from "@/lib/platform/dates/days";

const tones: Record<MeetingPageView["state"], BadgeTone> = {
  filed: "neutral",
  approved: "due",
  confirmed: "done",
  postponed: "alarm",
  cancelled: "alarm",
};

export function useMeetingState(state: MeetingPageView["state"]) {
  const t = useTranslations("calendar.meetingState");
  return { tone: tones[state], text: t(state) };
}

/** "Kỳ họp Hội đồng nhân dân: chuyên đề" */
export function useKindName() {
  const t = useTranslations("calendar");
  return (kind: string, variant: Variant | null): string =>
    variant === null ? kind : t("kindVariant", { kind, variant: t(`variants.${variant}`) });
}

/** "Thứ Năm 26/11/2026, 14:00–16:30" */
export function useWhen() {
  const t = useTranslations("calendar");
  return (view: { day: Day; from: string; until: string; untilDay?: Day | null }): string => {
    const weekday = t(`weekday.${weekdayOf(view.day)}` as never);
    const last = view.untilDay ? ` ${formatDay(view.untilDay)}` : "";
    return `${weekday} ${formatDay(view.day)}, ${view.from}–${view.until}${last}`;
  };
}

/** Whose move it is, in words, as the acting office sees it. */
export function useMeetingTurn(view: MeetingPageView): ComponentProps<typeof TaskTurn> {
  const t = useTranslations("calendar.turn");
  const { state, lead, filing, may, displacement } = view;
  if (displacement) {
    const tone = may.resettle || may.edit ? "late" : "calm";
    const office = state === "approved" ? lead.code : filing.code;
    return { tone, whose: t("whose", { office }), text: t("displaced") };
  }
  if (state === "filed") {
    const returned = view.returnReason !== null;
    return {
      tone: may.approve || may.edit ? "due" : "calm",
      whose: t("whose", { office: filing.code }),
      text: returned ? t("returned", { reason: view.returnReason ?? "" }) : t("filed"),
    };
  }
  if (state === "approved") {
    return {
      tone: may.confirm ? "due" : "calm",
      whose: t("whose", { office: lead.code }),
      text: t("approved"),
    };
  }
  if (state === "confirmed") return { tone: "done", whose: t("confirmed"), text: t("confirmedText") };
  return { tone: "late", whose: t(state), text: view.reason ?? "" };
}

/** Why this office leads: the rule in words, then the clause that says so. */
export function useMeetingWhy() {
  const t = useTranslations("tasks");
  const own = useTranslations("calendar.why");
  return (view: MeetingPageView): WhyContent => {
    const title = t("why.title", { office: view.lead.code });
    if (!view.duty || !view.why) return { title, text: own("ungoverned", { office: view.lead.code }) };
    const { duty, why } = view;
    const about = why.host ? `${why.about ?? ""} ${why.host}` : (why.about ?? "");
    return {
      title,
      text: t(`why.${why.rule}`, { office: view.lead.code, about }),
      steps: duty.basis ? [{ label: t("facts.basis"), text: duty.basis }] : [],
      quote: {
        text: duty.text,
        source: t("source", { article: duty.article, clause: duty.clause, paper: duty.paper }),
      },
    };
  };
}
