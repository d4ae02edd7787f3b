import { useFormatter, useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import type { DeskRow } from "@/components/desk/desk-list";
import { useDueWords } from "@/components/tasks/due-words";
import type {
  DeskAgreement,
  DeskInvitation,
  DeskLetter,
  DeskLink,
  DeskMeeting,
  DeskPetition,
  DeskTask,
  DeskTaskAct,
  DeskView,
} from "@/lib/desk/types";
import { type Day, dayToColumn, formatDay } from "@/lib/platform/dates/days";

const petitionPages: Partial<Record<DeskPetition["act"], string>> = {
  press: "#forwards",
  fileAway: "/conclude",
  assign: "/handler",
  acceptPart: "#parts",
  givePart: "#parts",
  takeOverPart: "#parts",
  seeAdditions: "#additions",
  tellCase: "#case",
};
const agreementPages = {
  consent: "",
  sign: "/sign",
  awaitTurn: "",
  openRound: "/open-round",
  revise: "",
  issue: "/issue",
  handOver: "/handover",
  answerHandover: "/handover",
  answerEnding: "/end",
  giveLink: "/outside",
  awaitLink: "/outside",
} as const;

/** Rows of the desk, in words. */
export function useDeskRows(view: DeskView, tenant: string) {
  const t = useTranslations("desk");
  const clocks = useTranslations("clocks");
  const { due } = useDueWords();
  const longDay = useLongDay();
  const linkWords = ({ name, code, state, day }: DeskLink) =>
    t(`agreement.link.${state}`, { name, office: code, day: day ? formatDay(day) : "" });
  function agreementRow({ agreementId, title, act, others, count = 0, links }: DeskAgreement): DeskRow {
    const href = `/${tenant}/agreements/${agreementId}`;
    const named = others.length > 0 ? others.join(", ") : "none";
    return {
      id: `${act} ${agreementId}`,
      href,
      title,
      detail:
        act === "giveLink" || act === "awaitLink"
          ? (links ?? []).map(linkWords).join(" ")
          : t(`agreement.${act}Detail`, { others: named, count }),
      act: { label: t(`agreement.${act}`), href: `${href}${agreementPages[act]}` },
    };
  }
  const holdWords = (day: Day) =>
    t(day < view.today ? "meeting.holdEnded" : "meeting.holdEnds", { day: formatDay(day) });
  function meetingRow({ meetingId, title, act, lead, day, from, until, holdUntil }: DeskMeeting): DeskRow {
    const href = `/${tenant}/calendar/meetings/${meetingId}`;
    return {
      id: meetingId,
      href,
      title,
      lead: officeMark(lead),
      detail: [`${longDay(day)}, ${from}–${until}`, ...(holdUntil ? [holdWords(holdUntil)] : [])].join("; "),
      act: { label: t(`meeting.${act}`), href: act === "edit" || act === "renew" ? `${href}/edit` : href },
    };
  }
  function invitationRow({ meetingId, title, personId, whom, day, from, until }: DeskInvitation): DeskRow {
    const href = `/${tenant}/calendar/meetings/${meetingId}`;
    return {
      id: `${meetingId} ${personId}`,
      href,
      title,
      detail: `${longDay(day)}, ${from}–${until}; ${whom}`,
      act: { label: t("invitation.answer"), href: `${href}?answer=leader:${personId}#attendance` },
    };
  }
  function letterRow({ id, petitionId, code, subject, step, dueOn }: DeskLetter): DeskRow {
    return {
      id,
      href: `/${tenant}/petitions/${petitionId}#clocks`,
      title: subject,
      detail: `${code}, ${clocks(`steps.${step}`)}`,
      due: due(dueOn, view.today),
    };
  }
  /** Whose letter it was, and of what is to be done: what, and by when. */
  function givenDetail({ code, from, sentOn, step, dueOn }: DeskPetition): string {
    const by = { office: from ?? "", day: sentOn ? formatDay(sentOn) : "" };
    const whatNext = step?.endsWith("-accept") || step === "denunciation-register" ? "accept" : step;
    return [
      code,
      ...(whatNext && dueOn
        ? [
            t("petition.handleBy", {
              what: whatNext === "accept" ? t("petition.acceptOrDecline") : clocks(`steps.${whatNext}`),
              day: formatDay(dueOn),
            }),
          ]
        : []),
      ...(from ? [t("petition.givenBy", by)] : []),
    ].join(" · ");
  }
  function ownDetail({ code, step }: DeskPetition): string {
    return [t("petition.ownDetail", { code }), ...(step ? [clocks(`steps.${step}`)] : [])].join(" · ");
  }
  function petitionRow(row: DeskPetition): DeskRow {
    const { petitionId, code, title, receivedOn, act, dueOn } = row;
    const href = `/${tenant}/petitions/${petitionId}`;
    return {
      id: `${act} ${petitionId}`,
      href,
      title,
      detail:
        act === "press"
          ? t("petition.pressDetail", { code })
          : act === "fileAway" || act === "tellCase" || act === "assign"
            ? t(`petition.${act}Detail`, { code })
            : act === "answerForward" || act === "handle"
              ? givenDetail(row)
              : act === "own"
                ? ownDetail(row)
                : t("petition.detail", { code, day: formatDay(receivedOn) }),
      due: dueOn ? due(dueOn, view.today) : undefined,
      act: { label: t(`petition.${act}`), href: `${href}${petitionPages[act] ?? ""}` },
    };
  }
  function taskRow(task: DeskTask, act?: DeskTaskAct): DeskRow {
    const href = `/${tenant}/tasks/${task.taskId}`;
    const late = task.lateOffices.length > 0 ? t("lateOf", { offices: task.lateOffices.join(", ") }) : "";
    return {
      id: task.taskId,
      href,
      title: task.title,
      lead: officeMark(task.lead),
      assists: task.assists.map(officeMark),
      detail: act ? t(`detail.${act}`) : late,
      due: task.dueOn ? due(task.dueOn, view.today) : undefined,
      act: act ? { label: t(`act.${act}`), href } : undefined,
    };
  }
  return { agreementRow, invitationRow, letterRow, meetingRow, petitionRow, taskRow };
}

/** "Thứ Tư, 25/11/2026" */
export function useLongDay() {
  const format = useFormatter();
  return (day: Day): string => {
    const weekday = format.dateTime(dayToColumn(day), { weekday: "long", timeZone: "UTC" });
    return `${weekday}, ${formatDay(day)}`;
  };
}
