import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { sizeOf } from "@/components/files/file-list";
import { Section } from "@/components/layout/section";
import { AskForm, partForms } from "@/components/petitions/assist/part-forms";
import { useDueWords } from "@/components/tasks/due-words";
import {
  type Contribution,
  type ContributionState,
  TaskContribution,
} from "@/components/tasks/task-contribution";
import { Icon } from "@/components/ui/icon";
import { Why, type WhyContent } from "@/components/ui/why";
import type { ContributionView } from "@/lib/petitions/assist/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { dayAt, formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

const states: Record<ContributionView["state"], ContributionState> = {
  asked: "asked",
  accepted: "asked",
  declined: "declined",
  contributed: "sent",
  "taken-over": "taken",
};

/** Why this office handles the letter: who received it, the row of the signed table, or the slip it came with. */
function useLeadWhy({ lead, assist }: PetitionPageView): WhyContent {
  const t = useTranslations("petitions.assist");
  const { why } = assist;
  const title = t("whyTitle", { office: lead.code });
  if (why.kind === "receiving") {
    return { title, text: t("why.receiving", { office: lead.name, body: why.body }) };
  }
  if (why.kind === "duty") return { title, text: t("why.duty", { office: lead.name }), quote: why.quote };
  const { from, number, basis, reason } = why;
  const steps = [
    { label: t("why.basis"), text: basis },
    { label: t("why.reason"), text: reason },
  ];
  return {
    title,
    text: t("why.forwarded", { office: lead.name, from, number }),
    steps: steps.filter(({ text }) => text !== ""),
  };
}

function useStateText(view: PetitionPageView) {
  const t = useTranslations("tasks.part");
  const { left } = useDueWords();
  const dayOf = (instant: Date | null) => (instant ? formatDay(dayAt(instant)) : "");
  return (part: ContributionView): string => {
    switch (part.state) {
      case "asked":
      case "accepted":
        return t(part.state, { left: left(part.dueOn, view.today) });
      case "declined":
        return t("declined", { day: dayOf(part.answeredAt) });
      case "contributed":
        return t("sent", { day: dayOf(part.contributedAt) });
      case "taken-over":
        return t("taken", { day: dayOf(part.contributedAt), lead: part.lead.code });
    }
  };
}

/** Called by a number: what a sender named a file may say who wrote the letter. */
function PartFiles({ part, address }: { part: ContributionView; address: string }) {
  const t = useTranslations("petitions.assist");
  const files = useTranslations("files");
  if (part.files.length === 0) return null;
  return (
    <ul className="files" aria-label={t("files", { office: part.office.code })}>
      {part.files.map((file, index) => {
        const name = t("file", { number: index + 1 });
        return (
          <li key={file.id}>
            <Icon name="clip" small />
            <span>
              {file.opens ? (
                <a href={`${address}/attachments/${file.id}`} download>
                  {name}
                </a>
              ) : (
                name
              )}{" "}
              <small>
                {files("size", sizeOf(file.size))} · {formatDay(file.on)}
                {file.opens ? "" : ` · ${t("fileClosed")}`}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function PartText({ part, address }: { part: ContributionView; address: string }) {
  const t = useTranslations("tasks.part");
  return (
    <>
      {part.request ? <p className="text-sm text-muted">{t("request", { text: part.request })}</p> : null}
      {part.state === "declined" && part.declineReason ? (
        <p>{t("declineReason", { text: part.declineReason })}</p>
      ) : null}
      {part.contribution ? <p className="whitespace-pre-line">{part.contribution}</p> : null}
      <PartFiles part={part} address={address} />
    </>
  );
}

function useContribution({ view, tenant }: Props) {
  const stateText = useStateText(view);
  return (part: ContributionView): Contribution => {
    const waits = states[part.state] === "asked";
    return {
      key: part.office.id,
      office: officeMark(part.office),
      state: waits && part.current && part.dueOn < view.today ? "late" : states[part.state],
      stateText: stateText(part),
      text:
        part.request || part.contribution || part.declineReason || part.files.length > 0 ? (
          <PartText part={part} address={`/${tenant}/petitions/${view.petitionId}`} />
        ) : undefined,
      author: part.contribution ? (part.contributedBy ?? undefined) : undefined,
      mine: part.mine,
      form: partForms({ view, tenant, part }),
    };
  };
}

/** Who leads, who assists and by which clause; what was asked, what came, and the acting office's own part of it. */
export function PartsSection({ view, tenant }: Props) {
  const t = useTranslations("petitions.assist");
  const leadWhy = useLeadWhy(view);
  const contribution = useContribution({ view, tenant });
  const { duty, parts } = view.assist;
  const others = duty?.offices.map(({ code }) => code).join(", ") ?? "";
  return (
    <Section id="parts" title={t("title")}>
      <dl className="facts">
        <div className="facts__row">
          <dt>{t("lead")}</dt>
          <dd>
            {view.lead.name} <Why {...leadWhy} />
          </dd>
        </div>
        <div className="facts__row">
          <dt>{t("assists")}</dt>
          <dd>
            {duty ? (
              <>
                {t("byDuty", { offices: others, source: duty.quote.source })}{" "}
                <Why title={t("whyAssist")} text={t("whyAssistText")} quote={duty.quote} />
              </>
            ) : (
              t("noDuty")
            )}
          </dd>
        </div>
      </dl>
      {parts.map((part) => (
        <TaskContribution
          key={`${part.lead.id} ${part.office.id}`}
          contribution={{
            ...contribution(part),
            key: part.current ? part.office.id : `${part.lead.id}-${part.office.id}`,
          }}
        />
      ))}
      <AskForm view={view} tenant={tenant} />
    </Section>
  );
}
