import type { ReactNode } from "react";
import { DueLabel } from "@/components/ui/date-label";
import { Icon } from "@/components/ui/icon";
import { OfficeLabel, type OfficeMark } from "@/components/ui/office-label";

export type ContributionState = "named" | "asked" | "late" | "sent" | "taken" | "declined";

export type Contribution = {
  key: string;
  office: OfficeMark;
  state: ContributionState;
  /** "Đã gửi 23/11/2026, VPTU đã tiếp thu", "Chờ góp ý, còn 1 ngày" */
  stateText: string;
  text?: ReactNode;
  author?: string | undefined;
  /** Of the acting office: the frame is drawn in ink. */
  mine?: boolean | undefined;
  /** Accept, decline, contribute, take over: whatever the person may do here. */
  form?: ReactNode;
};

/** What one office gave, or owes. */
export function TaskContribution({ contribution }: { contribution: Contribution }) {
  const { office, stateText, state, text, author, mine, form } = contribution;
  return (
    <section
      id={`part-${contribution.key}`}
      className={mine ? "given given--mine" : "given"}
      aria-label={office.name ?? office.code}
    >
      <div className="given__h">
        <h3>
          <OfficeLabel office={office} />
        </h3>
        <ContributionStateLabel state={state} text={stateText} />
      </div>
      {text ? <div className="prose mt-1">{text}</div> : null}
      {author ? <p className="text-xs text-muted">{author}</p> : null}
      {form ? <div className="mt-2">{form}</div> : null}
    </section>
  );
}

function ContributionStateLabel({ state, text }: { state: ContributionState; text: string }) {
  if (state === "named") return <DueLabel tone="plain" text={text} />;
  if (state === "asked") return <DueLabel tone="due" text={text} />;
  if (state === "late") return <DueLabel tone="late" text={text} />;
  if (state === "declined") {
    return (
      <span className="date date--stopped">
        <Icon name="x" small />
        {text}
      </span>
    );
  }
  return <DueLabel tone="done" text={text} />;
}
