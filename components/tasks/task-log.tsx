import { useTranslations } from "next-intl";
import { HistorySheet } from "@/components/layout/history-sheet";
import { formatDay } from "@/lib/platform/dates/days";
import type { TaskEvent, TaskLogView } from "@/lib/tasks/types";

type Words = Record<string, string>;

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What happened, in words; one that has no words of its own here has them under "history.events". */
function useEventWords(view: TaskLogView) {
  const t = useTranslations("history.tasks");
  const others = useTranslations("history.events");
  const acts = useTranslations("errors.acts.task");
  const codes = new Map(
    [...view.informed, view.lead, ...view.assists.map((part) => part.office)].map(({ id, code }) => [
      id,
      code,
    ]),
  );
  const code = (id: unknown) => codes.get(textOf(id)) ?? "";
  const day = (value: unknown) => (textOf(value) ? formatDay(textOf(value)) : "");
  function refused(payload: Record<string, unknown>): string {
    const key = textOf(payload.act).replace(/^task\./, "");
    const act = acts.has(key as never) ? acts(key as never) : key;
    const quote = payload.quote as Words | undefined;
    return quote?.source ? t("refused", { act, source: quote.source }) : t("refusedNoSource", { act });
  }
  return ({ name, payload }: TaskEvent): string => {
    switch (name) {
      case "tasks.created":
        return t("created", { lead: code(payload.leadOfficeId) });
      case "tasks.described":
        return payload.dueOn ? t("described", { day: day(payload.dueOn) }) : t("describedNoDue");
      case "tasks.contributionAsked":
        return t("contributionAsked", { office: code(payload.officeId), day: day(payload.dueOn) });
      case "tasks.contributionAccepted":
        return t("contributionAccepted");
      case "tasks.contributionDeclined":
        return t("contributionDeclined", { reason: textOf(payload.reason) });
      case "tasks.contributionGiven":
        return payload.revised === true ? t("contributionRevised") : t("contributionGiven");
      case "tasks.contributionTakenOver":
        return t("contributionTakenOver", { office: code(payload.officeId) });
      case "tasks.closed": {
        const out = Array.isArray(payload.stillOut) ? payload.stillOut.map(code).join(", ") : "";
        return out ? t("closedStillOut", { offices: out }) : t("closed");
      }
      case "tasks.handoverOffered":
        return t("handoverOffered", { office: textOf(payload.office), word: textOf(payload.word) });
      case "tasks.kept":
        return t("kept", { reason: textOf(payload.reason) });
      case "tasks.handedOver":
        return t("handedOver", { from: textOf(payload.from) });
      case "tasks.handoverDeclined":
        return t("handoverDeclined", { reason: textOf(payload.reason) });
      case "tasks.refused":
        return refused(payload);
      default:
        return others.has(name as never) ? others(name as never) : t("other");
    }
  };
}

/** The history of a task as a side sheet over its page. */
export function TaskLog({ view, tenant }: { view: TaskLogView; tenant: string }) {
  const words = useEventWords(view);
  return <HistorySheet entries={view.entries} words={words} closeHref={`/${tenant}/tasks/${view.taskId}`} />;
}
