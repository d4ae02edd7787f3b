import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { LinkButton } from "@/components/ui/link-button";
import { assessPetitionAction } from "@/lib/petitions/actions";
import { conditionsOf, mayNotApply } from "@/lib/petitions/conditions";
import type { PetitionPageView } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string };

/** The conditions of a letter one by one, each with its article. */
export function ConditionsForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  const conditions = useTranslations("petitions.conditions");
  const states = useTranslations("petitions.state");
  const without = useTranslations("petitions.notApplicable");
  const back = `/${tenant}/petitions/${view.petitionId}`;
  const asked = conditionsOf(view.class);
  const beside = mayNotApply(view.class, view.way.represented);
  if (asked.length === 0 || !view.may.assess) {
    return (
      <StepNotOpen
        view={view}
        tenant={tenant}
        step={t("conditionsTitle")}
        text={
          view.class === "mixed"
            ? t("mixedFirst")
            : t("notNowText", { office: view.lead.name, state: states(view.state) })
        }
      />
    );
  }
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={t("conditionsTitle")} lead={t("conditionsLead")} />
      <ActionForm id="assess" action={assessPetitionAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <CheckboxGroup
          name="met"
          label={t("conditions")}
          optional="unsaid"
          choices={asked.map(({ key, basis }) => ({
            value: key,
            label: conditions(key as never),
            hint: basis,
          }))}
          defaultValues={view.way.checks.filter(({ met }) => met).map(({ key }) => key)}
        />
        {beside.length > 0 ? (
          <CheckboxGroup
            name="notApplicable"
            label={t("notApplicable")}
            hint={t("notApplicableHint")}
            optional="unsaid"
            choices={beside.map(({ key, basis }) => ({
              value: key,
              label: without(key as never),
              hint: basis,
            }))}
            defaultValues={view.way.checks.filter(({ met }) => met === null).map(({ key }) => key)}
          />
        ) : null}
        <TextField
          name="note"
          label={t("conditionsNote")}
          optional
          maxLength={500}
          defaultValue={view.way.checks[0]?.note ?? ""}
        />
        <FormFooter>
          <SubmitButton look="fill">{t("conditionsSave")}</SubmitButton>
          <SubmitButton look="plain" name="all" value="met">
            {t("conditionsAll")}
          </SubmitButton>
          <LinkButton look="quiet" href={back}>
            {t("cancel")}
          </LinkButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
