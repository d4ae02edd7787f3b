import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { useDueWords } from "@/components/tasks/due-words";
import type { TaskTurn } from "@/components/tasks/task-turn";
import { dayAt, daysBetween, formatDay } from "@/lib/platform/dates/days";
import type { TaskAssist, TaskPageView } from "@/lib/tasks/types";

type TurnWords = ComponentProps<typeof TaskTurn>;

function bold(text: ReactNode) {
  return <b>{text}</b>;
}

function codesOf(parts: readonly TaskAssist[]): string {
  return parts.map((part) => part.office.code).join(", ");
}

/** Whose move it is, in words, as the acting office sees it. */
export function useTurnWords(view: TaskPageView, officeId: string): TurnWords {
  const t = useTranslations("tasks.turn");
  const { left } = useDueWords();
  const { turn } = view;
  const among = (ids: readonly string[]) => view.assists.filter((part) => ids.includes(part.office.id));
  if (turn.step === "done") {
    const day = view.closedAt ? formatDay(dayAt(view.closedAt)) : "";
    return { tone: "done", whose: t("done"), text: t("doneText", { day }) };
  }
  if (turn.step !== "give") {
    const offices = turn.step === "takeOver" ? codesOf(among(turn.officeIds)) : "";
    const tone = view.lead.id === officeId ? "due" : "calm";
    return { tone, whose: t("whose", { offices: view.lead.code }), text: t(turn.step, { offices }) };
  }
  const owing = among(turn.officeIds).sort((one, other) =>
    (one.dueOn ?? "").localeCompare(other.dueOn ?? ""),
  );
  const own = owing.filter((part) => part.office.id === officeId);
  const [first] = own.length > 0 ? own : owing;
  const day = first?.dueOn ?? view.today;
  const shown = own.length > 0 ? own : owing;
  const why = {
    title: t("whyTitle", { day: formatDay(day) }),
    steps: [
      { label: t("whyAsked"), text: first?.askedAt ? formatDay(dayAt(first.askedAt)) : "" },
      { label: t("whyDue"), text: formatDay(day) },
    ],
    text: t("whyText", { lead: view.lead.code }),
  };
  if (day < view.today) {
    const late = shown.filter((part) => part.dueOn !== null && part.dueOn < view.today);
    const days = daysBetween(day, view.today);
    return {
      tone: "late",
      whose: t("late", { offices: codesOf(late), days }),
      text: t.rich("giveLate", { day: formatDay(day), b: bold }),
      why,
    };
  }
  return {
    tone: own.length > 0 ? "due" : "calm",
    whose: t("whose", { offices: codesOf(shown) }),
    text: t.rich("give", { count: shown.length, day: formatDay(day), left: left(day, view.today), b: bold }),
    why,
  };
}
