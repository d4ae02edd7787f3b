import { useTranslations } from "next-intl";
import { useWhen } from "@/components/calendar/meeting-words";
import { HistorySheet } from "@/components/layout/history-sheet";
import type { MeetingEvent, MeetingLogView } from "@/lib/meetings/types";
import { dayAt } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What happened, in words; one that has no words of its own here has them under "history.events". */
function useEventWords() {
  const t = useTranslations("history.meetings");
  const others = useTranslations("history.events");
  const acts = useTranslations("errors.acts.meeting");
  const answers = useTranslations("calendar.attendance.answers");
  const when = useWhen();
  const span = (payload: Record<string, unknown>) => {
    const [from, until] = [new Date(textOf(payload.startsAt)), new Date(textOf(payload.endsAt))];
    if (Number.isNaN(from.getTime()) || Number.isNaN(until.getTime())) return "";
    return when({ day: dayAt(from), from: timeAt(from), until: timeAt(until) });
  };
  return ({ name, payload }: MeetingEvent): string => {
    const reason = textOf(payload.reason);
    switch (name) {
      case "meetings.filed":
        return t("filed", { when: span(payload) });
      case "meetings.imported":
        return t("imported", { line: Number(payload.line ?? 0) });
      case "meetings.edited":
        return t("edited", { when: span(payload) });
      case "meetings.approved":
        return t("approved");
      case "meetings.givenBack":
        return t("givenBack", { reason });
      case "meetings.confirmed":
        return textOf(payload.displaceReason)
          ? t("confirmedDisplacing", { reason: textOf(payload.displaceReason) })
          : t("confirmed");
      case "meetings.changed":
        return t("changed", { when: span(payload), reason });
      case "meetings.resettled":
        return t("resettled", { when: span(payload) });
      case "meetings.postponed":
        return t("postponed", { reason });
      case "meetings.cancelled":
        return t("cancelled", { reason });
      case "meetings.answered":
        return t("answered", { answer: answers(textOf(payload.answer) as "attends") });
      case "meetings.presenceRecorded":
        return t("presenceRecorded", {
          present: Number(payload.present ?? 0),
          members: Number(payload.members ?? 0),
          enough: payload.enough === true ? "yes" : "no",
        });
      case "meetings.numbered":
        return textOf(payload.noticeNumber)
          ? t("numbered", { number: textOf(payload.noticeNumber) })
          : t("unnumbered");
      case "meetings.undone": {
        const key = textOf(payload.act);
        return t("undone", { act: acts.has(key as never) ? acts(key as never) : key });
      }
      case "meetings.noticeReceived":
        return t("noticeReceived");
      case "meetings.refused": {
        const key = textOf(payload.act).replace(/^meeting\./, "");
        return t("refused", { act: acts.has(key as never) ? acts(key as never) : key });
      }
      default:
        return others.has(name as never) ? others(name as never) : t("other");
    }
  };
}

/** The history of a meeting as a side sheet over its page. */
export function MeetingLog({ view, tenant }: { view: MeetingLogView; tenant: string }) {
  const words = useEventWords();
  return (
    <HistorySheet
      entries={view.entries}
      words={words}
      closeHref={`/${tenant}/calendar/meetings/${view.meetingId}`}
    />
  );
}
