import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/forms/checkbox";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { DateField } from "@/components/forms/date-field";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { recordMilestoneAction } from "@/lib/petitions/actions";
import { complexityCriteria } from "@/lib/petitions/clocks/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

type FormProps = { view: PetitionPageView; tenant: string };

type RecordFormProps = FormProps & { id: string; title: string; children: ReactNode };

function RecordForm({ id, title, view, tenant, children }: RecordFormProps) {
  return (
    <ActionForm id={id} action={recordMilestoneAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      <HiddenField name="revision" value={String(view.revision)} />
      <FormFold summary={title}>{children}</FormFold>
    </ActionForm>
  );
}

/** What happened on a day, by which document. */
function MilestoneForm({ view, tenant }: FormProps) {
  const t = useTranslations("clocks.letter");
  const kinds = view.recordable.filter((kind) => kind !== "facts");
  if (kinds.length === 0) return null;
  return (
    <RecordForm id="milestone" title={t("record")} view={view} tenant={tenant}>
      <SelectField
        name="kind"
        label={t("what")}
        options={kinds.map((kind) => ({ value: kind, label: t(`milestones.${kind}`) }))}
      />
      <DateField name="on" label={t("on")} defaultValue={formatDay(view.today)} />
      {kinds.includes("extended") ? (
        <TextField
          name="days"
          label={t("days")}
          hint={t("daysHint")}
          optional
          width="date"
          inputMode="numeric"
        />
      ) : null}
      <TextField name="document" label={t("document")} hint={t("documentHint")} optional maxLength={200} />
      <SubmitButton look="plain">{t("saveMilestone")}</SubmitButton>
    </RecordForm>
  );
}

/** What the limits depend on, as it stands in the file. */
function FactsForm({ view, tenant }: FormProps) {
  const t = useTranslations("clocks.letter");
  if (!view.recordable.includes("facts")) return null;
  const { facts } = view;
  const complaint = view.class === "complaint";
  return (
    <RecordForm id="clock-facts" title={t("facts")} view={view} tenant={tenant}>
      <HiddenField name="kind" value="facts" />
      <HiddenField name="on" value={formatDay(view.today)} />
      {complaint ? (
        <>
          <SelectField
            name="level"
            label={t("level")}
            defaultValue={String(facts.level ?? 1)}
            options={[
              { value: "1", label: t("level1") },
              { value: "2", label: t("level2") },
            ]}
          />
          <Checkbox name="remote" label={t("remote")} optional defaultChecked={facts.remote === true} />
          <Checkbox
            name="discipline"
            label={t("discipline")}
            optional
            defaultChecked={facts.discipline === true}
          />
          <Checkbox
            name="dismissal"
            label={t("dismissal")}
            optional
            defaultChecked={facts.dismissal === true}
          />
        </>
      ) : (
        <Checkbox
          name="severalPlaces"
          label={t("severalPlaces")}
          optional
          defaultChecked={facts.severalPlaces === true}
        />
      )}
      <CheckboxGroup
        name="criteria"
        label={t("criteria")}
        hint={t("criteriaHint")}
        optional
        defaultValues={facts.criteria ?? []}
        choices={complexityCriteria.map((value) => ({ value, label: t(`criterion.${value}`) }))}
      />
      <TextField
        name="document"
        label={t("document")}
        hint={t("factsDocumentHint")}
        optional
        maxLength={200}
      />
      <SubmitButton look="plain">{t("saveFacts")}</SubmitButton>
    </RecordForm>
  );
}

/** What may be put on record of a letter for its clocks now; nothing where that is another office's. */
export function MilestoneForms({ view, tenant }: FormProps) {
  if (!view.may.record) return null;
  return (
    <>
      <MilestoneForm view={view} tenant={tenant} />
      <FactsForm view={view} tenant={tenant} />
    </>
  );
}
