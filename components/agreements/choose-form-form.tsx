import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConsentsCleared } from "@/components/agreements/consents-cleared";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { setFormAction } from "@/lib/agreements/actions";
import { firstRecipients, paperForms } from "@/lib/agreements/paper-form";
import type { AgreementPageView } from "@/lib/agreements/types";

export function ChooseFormForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.chooseForm");
  const { form, recipients } = view.version;
  const proposed = firstRecipients(view.parties.map(({ office }) => office.name));
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <ConsentsCleared view={view} />
      <ActionForm id="form" action={setFormAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="revision" value={String(view.version.revision)} />
        <RadioGroup
          name="form"
          label={t("form")}
          defaultValue={form}
          choices={paperForms.map((value) => ({
            value,
            label: t(`forms.${value}`),
            hint: t(`hints.${value}`),
          }))}
        />
        <TextArea
          name="recipients"
          label={t("recipients")}
          hint={t("recipientsHint")}
          rows={6}
          maxLength={4000}
          defaultValue={(recipients.length > 0 ? recipients : proposed).join("\n")}
          optional
        />
        <FormFooter>
          <SubmitButton>{t("submit")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
