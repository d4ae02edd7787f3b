import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { Note } from "@/components/ui/note";
import { draftAgreementAction } from "@/lib/agreements/actions";
import type { DraftOptionsView } from "@/lib/agreements/types";

/** A new agreement from the template: its name, who signs, from when. */
export function DraftAgreementForm({ view, tenant }: { view: DraftOptionsView; tenant: string }) {
  const t = useTranslations("agreements.draft");
  const list = useTranslations("agreements");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: list("title"), href: `/${tenant}/agreements` }, { label: t("title") }]}
        title={t("title")}
        lead={t("lead")}
      />
      {view.mayDraft ? null : <Note tone="rule" title={t("refused")} />}
      <ActionForm id="draft" action={draftAgreementAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <TextField name="title" label={t("name")} maxLength={200} />
        <CheckboxGroup
          name="officeIds"
          label={t("parties")}
          hint={t("partiesHint")}
          choices={view.offices.map((office) => ({
            value: office.id,
            label: `${office.code} – ${office.name}`,
          }))}
          defaultValues={view.offices.map((office) => office.id)}
        />
        <DateField name="plannedFrom" label={t("from")} hint={t("fromHint")} optional />
        <DateField name="plannedUntil" label={t("until")} optional />
        <FormFooter>
          <SubmitButton>{t("submit")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
