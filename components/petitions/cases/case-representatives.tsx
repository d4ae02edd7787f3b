import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { LetterChoice } from "@/components/petitions/cases/case-members";
import { appointRepresentativeAction, endAppointmentAction } from "@/lib/petitions/actions";
import type { CasePageView, CaseRepresentative } from "@/lib/petitions/cases/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

type Props = { view: CasePageView; tenant: string };

function About({ view, tenant }: Props) {
  return (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="caseId" value={view.id} />
      <HiddenField name="revision" value={String(view.revision)} />
    </>
  );
}

function One({ view, tenant, one }: Props & { one: CaseRepresentative }) {
  const t = useTranslations("petitions.cases");
  return (
    <li>
      <b>{one.fullName}</b>
      {one.code ? `, ${t("ofLetter", { code: one.code })}` : ""}
      <span className="sub">
        {t("appointedBy", { document: one.document, day: formatDay(one.appointedOn) })}
      </span>
      {one.endedAt ? (
        <span className="sub">{t("endedAt", { at: formatInstant(one.endedAt), why: one.endReason })}</span>
      ) : null}
      {!one.endedAt && view.may.endAppointment ? (
        <details className="more mt-3">
          <summary>
            {t("end")}
            <span className="sr-only"> {one.fullName}</span>
          </summary>
          <ActionForm id={`end-${one.id}`} action={endAppointmentAction}>
            <About view={view} tenant={tenant} />
            <HiddenField name="representativeId" value={one.id} />
            <TextField name="reason" label={t("endReason")} maxLength={500} />
            <SubmitButton look="plain">{t("endSubmit")}</SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </li>
  );
}

/** Who speaks for the senders: as many as the law allows for so many people. */
export function CaseRepresentatives({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  const speaking = view.representatives.filter(({ endedAt }) => endedAt === null).length;
  const live = view.members.filter(({ leftAt }) => leftAt === null);
  const most = view.mostRepresentatives;
  return (
    <Section id="representatives" title={t("representatives")} count={speaking}>
      <p className="hint">
        {most === 0 ? t("noneAsked", { people: view.people }) : t("mostOf", { people: view.people, most })}
      </p>
      {view.representatives.length > 0 ? (
        <ul className="additions">
          {view.representatives.map((one) => (
            <One key={one.id} view={view} tenant={tenant} one={one} />
          ))}
        </ul>
      ) : null}
      {view.may.appoint && speaking < most ? (
        <details className="more mt-3">
          <summary>{t("appoint")}</summary>
          <ActionForm id="appoint" action={appointRepresentativeAction}>
            <About view={view} tenant={tenant} />
            <LetterChoice members={live} />
            <TextField
              name="fullName"
              label={t("fullName")}
              hint={t("fullNameHint")}
              maxLength={200}
              suggestions={live.flatMap(({ petitionId, code }) => {
                const name = view.said.get(petitionId)?.fullName;
                return name ? [{ value: name, label: code }] : [];
              })}
            />
            <TextField name="document" label={t("document")} hint={t("documentHint")} maxLength={200} />
            <DateField name="appointedOn" label={t("appointedOn")} />
            <SubmitButton look="plain">{t("appointSubmit")}</SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </Section>
  );
}
