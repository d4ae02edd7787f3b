import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConsentsCleared } from "@/components/agreements/consents-cleared";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { setTermAction } from "@/lib/agreements/actions";
import type { AgreementPageView } from "@/lib/agreements/types";
import { formatDay, plusDays } from "@/lib/platform/dates/days";

export function EditTermForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.editTerm");
  const draft = useTranslations("agreements.draft");
  const { plannedFrom, plannedUntil } = view.version;
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <ConsentsCleared view={view} />
      <ActionForm id="term" action={setTermAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="revision" value={String(view.version.revision)} />
        <DateField
          name="plannedFrom"
          label={draft("from")}
          hint={draft("fromHint")}
          defaultValue={plannedFrom ? formatDay(plannedFrom) : ""}
          optional
        />
        <DateField
          name="plannedUntil"
          label={draft("until")}
          defaultValue={plannedUntil ? formatDay(plusDays(plannedUntil, -1)) : ""}
          optional
        />
        <FormFooter>
          <SubmitButton>{t("submit")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
