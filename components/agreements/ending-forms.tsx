import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Section } from "@/components/layout/section";
import {
  agreeEndingAction,
  proposeEndingAction,
  refuseEndingAction,
  withdrawEndingAction,
} from "@/lib/agreements/actions";
import type { EndingView } from "@/lib/agreements/types";

type FormProps = { view: EndingView; tenant: string };

function Known({ view, tenant }: FormProps) {
  return (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="agreementId" value={view.agreementId} />
      {view.open ? <HiddenField name="endingId" value={view.open.id} /> : null}
    </>
  );
}

function ProposeForm(props: FormProps) {
  const t = useTranslations("agreements.ending");
  return (
    <Section id="propose" title={t("proposeTitle")}>
      <ActionForm id="propose-form" action={proposeEndingAction} className="form" draft>
        <Known {...props} />
        <DateField name="lastDay" label={t("lastDay")} hint={t("lastDayHint")} />
        <TextArea name="reason" label={t("reason")} rows={4} maxLength={2000} />
        <FormFooter>
          <SubmitButton>{t("propose")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </Section>
  );
}

function AgreeForm(props: FormProps) {
  const t = useTranslations("agreements.ending");
  return (
    <Section id="agree" title={t("agreeTitle")}>
      <ActionForm id="agree-form" action={agreeEndingAction} className="form">
        <Known {...props} />
        <p className="line-max mb-4">{t("agreeText")}</p>
        <FormFooter>
          <SubmitButton>{t("agree")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </Section>
  );
}

function CloseForm({ kind, ...props }: FormProps & { kind: "refuse" | "withdraw" }) {
  const t = useTranslations("agreements.ending");
  return (
    <Section id={kind} title={t(`${kind}Title`)}>
      <ActionForm
        id={`${kind}-form`}
        action={kind === "refuse" ? refuseEndingAction : withdrawEndingAction}
        className="form"
        draft
      >
        <Known {...props} />
        <TextArea name="reason" label={t("closeReason")} rows={3} maxLength={2000} />
        <FormFooter>
          <SubmitButton look="plain">{t(kind)}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </Section>
  );
}

/** What the acting chief may say of ending it now. */
export function EndingForms(props: FormProps) {
  const { may } = props.view;
  return (
    <>
      {may.proposeEnding ? <ProposeForm {...props} /> : null}
      {may.agreeEnding ? <AgreeForm {...props} /> : null}
      {may.refuseEnding ? <CloseForm kind="refuse" {...props} /> : null}
      {may.withdrawEnding ? <CloseForm kind="withdraw" {...props} /> : null}
    </>
  );
}
