import { useTranslations } from "next-intl";
import { HistorySheet } from "@/components/layout/history-sheet";
import type { HistoryEntry } from "@/lib/platform/audit/history-entry";
import type { ProgrammeLogView } from "@/lib/work-programmes/types";

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** What happened, in words; of an event it does not know it says the name. */
function useEventWords() {
  const t = useTranslations("history.programmes");
  const others = useTranslations("history.events");
  const acts = useTranslations("errors.acts.programme");
  function refused(payload: Record<string, unknown>): string {
    const key = textOf(payload["act"]).replace(/^programme\./, "");
    const act = acts.has(key as never) ? acts(key as never) : key;
    const quote = payload["quote"] as { source?: string } | undefined;
    return quote?.source ? t("refused", { act, source: quote.source }) : t("refusedNoSource", { act });
  }
  return ({ name, payload }: HistoryEntry): string => {
    const title = textOf(payload["title"]);
    const decision = textOf(payload["decision"]);
    switch (name) {
      case "programmes.drafted":
        return t("drafted");
      case "programmes.carriedDown":
        return t("carriedDown", { count: textOf(payload["count"]) });
      case "programmes.itemAdded":
        return t("itemAdded", { title });
      case "programmes.itemEdited":
        return t("itemEdited", { title });
      case "programmes.itemRemoved":
        return t("itemRemoved", { title });
      case "programmes.discarded":
        return t("discarded");
      case "programmes.issued":
        return t("issued");
      case "programmes.addedByDecision":
        return t("addedByDecision", { title, decision });
      case "programmes.changedByDecision":
        return t("changedByDecision", { title, decision });
      case "programmes.stoppedByDecision":
        return t("stoppedByDecision", { title, decision });
      case "programmes.overlapSettled":
        return t("overlapSettled", { reason: textOf(payload["reason"]) });
      case "programmes.refused":
        return refused(payload);
      default:
        return others.has(name as never) ? others(name as never) : t("other");
    }
  };
}

/** The history of a programme as a side sheet over its page. */
export function ProgrammeLog({ view, tenant }: { view: ProgrammeLogView; tenant: string }) {
  const words = useEventWords();
  return (
    <HistorySheet
      entries={view.entries}
      words={words}
      closeHref={`/${tenant}/programmes/${view.programmeId}`}
    />
  );
}
