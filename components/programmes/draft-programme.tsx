import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { draftProgrammeAction } from "@/lib/work-programmes/actions";
import type { ProgrammeFormView } from "@/lib/work-programmes/types";

/** Whose programme and for which time; everything else follows. */
export function DraftProgramme({ view, tenant }: { view: ProgrammeFormView; tenant: string }) {
  const t = useTranslations("programmes");
  const base = `/${tenant}/programmes`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: base }]}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      {view.bodies.length === 0 ? (
        <EmptyState title={t("new.none")} text={t("new.noneText")}>
          <LinkButton href={base}>{t("new.back")}</LinkButton>
        </EmptyState>
      ) : (
        <ActionForm id="programme" action={draftProgrammeAction} className="form" draft>
          <HiddenField name="tenant" value={tenant} />
          <SelectField
            name="bodyId"
            label={t("new.body")}
            placeholder={view.bodies.length > 1 ? t("new.bodyPlaceholder") : undefined}
            options={view.bodies.map((body) => ({ value: body.id, label: body.name }))}
          />
          <TextField
            name="period"
            label={t("new.period")}
            hint={t("new.periodHint")}
            width="half"
            maxLength={40}
            autoComplete="off"
          />
          <FormFooter>
            <SubmitButton>{t("new.submit")}</SubmitButton>
            <LinkButton href={base}>{t("new.back")}</LinkButton>
          </FormFooter>
        </ActionForm>
      )}
    </>
  );
}
