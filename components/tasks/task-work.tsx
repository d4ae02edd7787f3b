import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { FileList } from "@/components/files/file-list";
import { useDueWords } from "@/components/tasks/due-words";
import { DescribeForm } from "@/components/tasks/lead-forms";
import type { Contribution, ContributionState } from "@/components/tasks/task-contribution";
import type { OpenForm } from "@/components/tasks/task-open-form";
import { hasPartForms, TaskPartForms } from "@/components/tasks/task-part-forms";
import { type TaskResult, TaskWorkColumn } from "@/components/tasks/task-work-column";
import { LinkButton } from "@/components/ui/link-button";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import type { TaskAssist, TaskPageView } from "@/lib/tasks/types";

type TaskWorkProps = { view: TaskPageView; tenant: string; officeId: string; open: OpenForm };

const states: Record<TaskAssist["state"], ContributionState> = {
  named: "named",
  asked: "asked",
  accepted: "asked",
  declined: "declined",
  contributed: "sent",
  "taken-over": "taken",
};

function dayOf(instant: Date | null): string {
  return instant ? formatDay(dayAt(instant)) : "";
}

function useStateText(view: TaskPageView) {
  const t = useTranslations("tasks.part");
  const { left } = useDueWords();
  return (part: TaskAssist): string => {
    const due = part.dueOn ? left(part.dueOn, view.today) : "";
    switch (part.state) {
      case "named":
        return t("named");
      case "asked":
        return t("asked", { left: due });
      case "accepted":
        return t("accepted", { left: due });
      case "declined":
        return t("declined", { day: dayOf(part.answeredAt) });
      case "contributed":
        return t("sent", { day: dayOf(part.contributedAt) });
      case "taken-over":
        return t("taken", { day: dayOf(part.contributedAt), lead: view.lead.code });
    }
  };
}

function PartText({ part, tenant }: { part: TaskAssist; tenant: string }) {
  const t = useTranslations("tasks.part");
  const declined = part.state === "declined";
  return (
    <>
      {part.request && part.state !== "named" ? (
        <p className="text-sm text-muted">{t("request", { text: part.request })}</p>
      ) : null}
      {declined && part.declineReason ? <p>{t("declineReason", { text: part.declineReason })}</p> : null}
      {part.contribution ? <p>{part.contribution}</p> : null}
      <FileList files={part.files} tenant={tenant} />
    </>
  );
}

function useContributions({ view, tenant, officeId, open }: TaskWorkProps): Contribution[] {
  const stateText = useStateText(view);
  const { turn } = view;
  const firstId =
    turn.step === "takeOver" ? turn.officeIds[0] : turn.step === "ask" ? view.may.ask[0] : undefined;
  return view.assists.map((part) => {
    const { id } = part.office;
    const late = states[part.state] === "asked" && part.dueOn !== null && part.dueOn < view.today;
    const hasText = part.contribution || part.files.length > 0 || (part.request && part.state !== "named");
    return {
      key: id,
      office: officeMark(part.office),
      state: late ? "late" : states[part.state],
      stateText: stateText(part),
      text: hasText ? <PartText part={part} tenant={tenant} /> : undefined,
      author: part.contribution ? (part.contributedBy ?? undefined) : undefined,
      mine: id === officeId,
      form: hasPartForms(view, id, officeId) ? (
        <TaskPartForms
          view={view}
          part={part}
          tenant={tenant}
          officeId={officeId}
          open={open}
          first={id === firstId}
        />
      ) : undefined,
    };
  });
}

function useResult({ view, tenant }: TaskWorkProps): TaskResult {
  const t = useTranslations("tasks.result");
  if (view.state === "closed") {
    const values = { office: view.lead.code, name: view.closedBy ?? "", day: dayOf(view.closedAt) };
    return {
      state: "done",
      byline: view.closedBy ? t("byline", values) : t("bylineOffice", values),
      text: view.result,
    };
  }
  if (!view.may.close) return { state: "later", text: t("later", { lead: view.lead.code }) };
  const offices = view.stillOut.join(", ");
  return {
    state: view.turn.step === "close" ? "now" : "later",
    text: offices !== "" ? t("stillOut", { offices }) : t("now"),
    form: (
      <LinkButton
        look={view.turn.step === "close" ? "fill" : "plain"}
        href={`/${tenant}/tasks/${view.taskId}?act=close`}
      >
        {t("write")}
      </LinkButton>
    ),
  };
}

/** Request, contributions, result, with the forms of whatever the person may do. */
export function TaskWork(props: TaskWorkProps) {
  const { view, tenant, open } = props;
  const t = useTranslations("tasks");
  const contributions = useContributions(props);
  const result = useResult(props);
  const asked = view.assists.filter(({ state }) => state !== "named" && state !== "declined");
  const given = asked.filter(({ state }) => state === "contributed" || state === "taken-over");
  const day = dayOf(view.createdAt);
  const isDone =
    view.state === "closed" || (asked.length > 0 && asked.every(({ state }) => state === "taken-over"));
  const leadMadeIt = view.creatorOffice.id === view.lead.id;
  return (
    <TaskWorkColumn
      request={{
        office: officeMark(view.creatorOffice),
        part: leadMadeIt ? "lead" : "assist",
        byline: view.createdBy
          ? t("request.byline", { name: view.createdBy, day })
          : t("request.bylineOffice", { day }),
        text: view.description || t("request.none"),
        form:
          open?.act === "describe" && view.may.describe ? (
            <DescribeForm view={view} tenant={tenant} />
          ) : undefined,
      }}
      contributions={contributions}
      contributionCount={
        asked.length > 0 ? t("givenOf", { given: given.length, all: asked.length }) : undefined
      }
      contributionState={isDone ? "done" : "now"}
      result={result}
    />
  );
}
