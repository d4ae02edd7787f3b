import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { CaseAnswer } from "@/components/petitions/cases/case-answer";
import { CaseMembers } from "@/components/petitions/cases/case-members";
import { CaseRepresentatives } from "@/components/petitions/cases/case-representatives";
import { CaseSteps } from "@/components/petitions/cases/case-steps";
import { RefusedNote } from "@/components/refusals/refused-note";
import { Log } from "@/components/ui/log";
import { Note } from "@/components/ui/note";
import type { CasePageView } from "@/lib/petitions/cases/types";
import { dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";

type Props = { view: CasePageView; tenant: string };

const eventKeys = {
  "petitions.caseOpened": "opened",
  "petitions.caseJoined": "joined",
  "petitions.caseLeft": "left",
  "petitions.representativeAppointed": "appointed",
  "petitions.appointmentEnded": "ended",
  "petitions.caseAnswered": "answered",
  "petitions.caseTold": "told",
  "petitions.caseStepRecorded": "step",
  "petitions.refused": "refused",
} as const;

function History({ view }: { view: CasePageView }) {
  const t = useTranslations("petitions.cases");
  const words = useTranslations("history.petitionCase");
  const entries = view.history.map((entry) => {
    const [time = "", date = ""] = formatInstant(entry.at).split(", ");
    const key = eventKeys[entry.name as keyof typeof eventKeys];
    return {
      id: entry.id,
      at: { iso: entry.at.toISOString(), time, date },
      who: entry.personName ?? undefined,
      office: entry.officeCode ?? undefined,
      what: key ? words(key) : entry.name,
    };
  });
  return (
    <Section id="history" title={t("history")}>
      <Log entries={entries} />
    </Section>
  );
}

/** One case: its letters, who speaks for them, the one answer, and the steps of the law. */
export function CaseScreen({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  const petitions = useTranslations("petitions");
  const base = `/${tenant}/petitions`;
  const persistent = view.steps.some(({ kind }) => kind === "persistent");
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: petitions("title"), href: base },
          { label: t("list"), href: `${base}/cases` },
        ]}
        title={view.title}
        state={{ tone: view.state === "open" ? "act" : "done", text: t(`state.${view.state}`) }}
        roles={{ lead: officeMark(view.lead), assists: [], informed: [] }}
        lead={t("lead", { code: view.code, day: formatDay(dayAt(view.openedAt)) })}
      />
      <RefusedNote refusal={view.refusedJustNow} />
      {persistent ? (
        <Note tone="info" icon="info" title={t("persistent")} level={2}>
          <p>{t("persistentNote")}</p>
        </Note>
      ) : null}
      <CaseMembers view={view} tenant={tenant} />
      <CaseRepresentatives view={view} tenant={tenant} />
      <CaseAnswer view={view} tenant={tenant} />
      <CaseSteps view={view} tenant={tenant} />
      <History view={view} />
    </>
  );
}
