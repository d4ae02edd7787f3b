import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Contribution, TaskContribution } from "@/components/tasks/task-contribution";
import { OfficeLabel, type OfficeMark, type OfficePart } from "@/components/ui/office-label";
import { Timeline, type TimelineState, TimelineStep } from "@/components/ui/timeline";

export type TaskRequest = {
  /** Who made the task, and the part it has in it. */
  office: OfficeMark;
  part?: OfficePart | undefined;
  /** "Nguyễn Thu Trang, 18/11/2026" */
  byline: string;
  text: ReactNode;
  /** The lead's form while the request is being written. */
  form?: ReactNode;
};

export type TaskResult = {
  state: TimelineState;
  /** "VPTU, Nguyễn Thu Trang, 30/11/2026"; left out until there is one. */
  byline?: string | undefined;
  text: ReactNode;
  form?: ReactNode;
};

type TaskWorkColumnProps = {
  request: TaskRequest;
  contributions: readonly Contribution[];
  /** "1 trên 2" */
  contributionCount?: string | undefined;
  contributionState: TimelineState;
  result: TaskResult;
};

/** One column of work: what was asked, what each office gave, what came out. */
export function TaskWorkColumn(props: TaskWorkColumnProps) {
  const { request, contributions, contributionCount, contributionState, result } = props;
  const t = useTranslations("taskParts.work");
  return (
    <Timeline>
      <TimelineStep state="done" number={1}>
        <h2>{t("request")}</h2>
        <p className="text-xs text-muted">
          <OfficeLabel office={request.office} part={request.part ?? "lead"} /> · {request.byline}
        </p>
        {request.form ? (
          <div className="mt-3">{request.form}</div>
        ) : (
          <div className="prose mt-2">{request.text}</div>
        )}
      </TimelineStep>
      <TimelineStep state={contributionState} number={2}>
        <h2>
          {t("contributions")}{" "}
          {contributionCount ? <span className="font-normal text-muted">{contributionCount}</span> : null}
        </h2>
        {contributions.length === 0 ? <p className="text-muted">{t("noContributions")}</p> : null}
        {contributions.map((contribution) => (
          <TaskContribution key={contribution.key} contribution={contribution} />
        ))}
      </TimelineStep>
      <TimelineStep state={result.state} number={3}>
        <h2 className={result.state === "later" ? "font-medium text-muted" : undefined}>{t("result")}</h2>
        {result.byline ? <p className="text-xs text-muted">{result.byline}</p> : null}
        <div className={result.state === "later" ? "text-muted" : "prose mt-2"}>{result.text}</div>
        {result.form ? <div className="mt-3">{result.form}</div> : null}
      </TimelineStep>
    </Timeline>
  );
}
