import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { sameLetterSentence } from "@/components/petitions/same/sentence";
import { joinCaseAction, leaveCaseAction, openCaseAction } from "@/lib/petitions/actions";
import type { CaseOnPage } from "@/lib/petitions/cases/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: PetitionPageView; tenant: string };

function MemberOf({ view, tenant, of }: Props & { of: NonNullable<CaseOnPage["memberOf"]> }) {
  const t = useTranslations("petitions.cases");
  return (
    <div className="given">
      <p>
        <a href={`/${tenant}/petitions/cases/${of.caseId}`}>
          {of.code}: {of.title}
        </a>
        <span className="sub">{t("ledBy", { office: of.lead, state: t(`state.${of.state}`) })}</span>
      </p>
      {of.persistent ? <p>{t("persistentNote")}</p> : null}
      {of.answeredOn ? (
        <p>
          {t("answeredOn", { day: formatDay(of.answeredOn), document: of.answerDocument || t("noDocument") })}
          <span className="sub">
            {of.toldOn ? t("toldOn", { day: formatDay(of.toldOn) }) : t("notToldYet")}
          </span>
        </p>
      ) : null}
      {view.inCase.mayLeave ? (
        <details className="more mt-3">
          <summary>{t("leave")}</summary>
          <ActionForm id="leave-case" action={leaveCaseAction}>
            <HiddenField name="tenant" value={tenant} />
            <HiddenField name="caseId" value={of.caseId} />
            <HiddenField name="petitionId" value={view.petitionId} />
            <TextField name="reason" label={t("leaveReason")} maxLength={500} />
            <SubmitButton look="plain">{t("leaveSubmit")}</SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </div>
  );
}

function JoinForm({ view, tenant, id, code }: Props & { id: string; code?: string }) {
  const t = useTranslations("petitions.cases");
  const about = (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionIds" value={view.petitionId} />
    </>
  );
  if (code !== undefined) {
    return (
      <ActionForm id={id} action={joinCaseAction}>
        {about}
        <HiddenField name="code" value={code} />
        <TextField name="reason" label={t("joinReason")} maxLength={500} />
        <SubmitButton look="plain">{t("joinThis", { code })}</SubmitButton>
      </ActionForm>
    );
  }
  return (
    <ActionForm id={id} action={joinCaseAction} className="form">
      {about}
      <FormFold summary={t("join")}>
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          maxLength={60}
          autoComplete="off"
          suggestions={view.inCase.openCases.map(({ code: value, title }) => ({ value, label: title }))}
        />
        <TextField name="reason" label={t("joinReason")} maxLength={500} />
        <SubmitButton look="plain">{t("joinSubmit")}</SubmitButton>
      </FormFold>
    </ActionForm>
  );
}

/** The cases told beside the letter, each once. */
function codesOf(alike: CaseOnPage["alike"]): string[] {
  return [...new Set(alike.flatMap(({ caseCode }) => caseCode ?? []))];
}

function Could({ view, tenant }: Props) {
  const words = useTranslations("petitions");
  const { alike, mayJoin } = view.inCase;
  return (
    <>
      {alike.length > 0 ? (
        <ul className="mb-4">
          {alike.map(({ office, code, since, caseCode }) => (
            <li key={code}>{sameLetterSentence(words, { kind: "case", office, code, since, caseCode })}</li>
          ))}
        </ul>
      ) : null}
      {mayJoin
        ? codesOf(alike).map((code, index) => (
            <JoinForm key={code} view={view} tenant={tenant} id={`join-case-${index}`} code={code} />
          ))
        : null}
    </>
  );
}

/** Into a case, among the other acts with a letter. */
export function CaseForms({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  const { mayJoin, mayOpen, memberOf } = view.inCase;
  if (memberOf) return null;
  return (
    <>
      {mayOpen ? (
        <ActionForm id="open-case" action={openCaseAction} className="form">
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="petitionId" value={view.petitionId} />
          <FormFold summary={t("open")}>
            <p className="hint">{t("openText")}</p>
            <TextField name="title" label={t("title")} hint={t("titleHint")} maxLength={200} />
            <SubmitButton look="plain">{t("openSubmit")}</SubmitButton>
          </FormFold>
        </ActionForm>
      ) : null}
      {mayJoin ? <JoinForm view={view} tenant={tenant} id="join-case" /> : null}
    </>
  );
}

/** Whether there is something to know about a case before the letter's next step. */
export function isOfCase({ inCase }: PetitionPageView): boolean {
  return inCase.memberOf !== null || inCase.alike.length > 0;
}

/** The case a letter is in; else letters of other senders that say the same. */
export function CaseSection({ view, tenant }: Props) {
  const t = useTranslations("petitions.cases");
  const { memberOf } = view.inCase;
  if (!isOfCase(view)) return null;
  return (
    <Section id="case" title={t("section")}>
      {memberOf ? (
        <MemberOf view={view} tenant={tenant} of={memberOf} />
      ) : (
        <Could view={view} tenant={tenant} />
      )}
    </Section>
  );
}
