import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { classifyPetitionAction } from "@/lib/petitions/actions";
import { isDenunciation } from "@/lib/petitions/rules";
import { type PetitionPageView, petitionClasses } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string };

/** Asks once more before a name is shown: what opens, to whom, and that it is kept as a look. */
export function UnsealForm({ view, tenant }: Props) {
  const t = useTranslations("petitions");
  if (!view.may.unseal) {
    return (
      <StepNotOpen
        view={view}
        tenant={tenant}
        step={t("unseal.title")}
        text={t("unseal.whoMay", { office: view.lead.code })}
      />
    );
  }
  const readers = [view.lead, view.receivingOffice, view.filingOffice, ...view.assists, ...view.informed];
  const offices = [...new Set(readers.map(({ code }) => code))].join(", ");
  const classes = petitionClasses.filter((value) => !isDenunciation(value));
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={t("unseal.title")} />
      <Note tone="due" title={t("unseal.opens", { offices })}>
        <p>{t("unseal.opensText", { offices })}</p>
        <p>{t("unseal.kept")}</p>
      </Note>
      <ActionForm id="unseal" action={classifyPetitionAction} className="mt-6">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <HiddenField name="denounces" value="no" />
        <SelectField
          name="class"
          label={t("unseal.class")}
          width="half"
          placeholder=""
          options={classes.map((value) => ({ value, label: t(`class.${value}`) }))}
        />
        <TextField
          name="reason"
          label={t("unseal.reason")}
          hint={t("unseal.reasonHint")}
          maxLength={300}
          autoComplete="off"
        />
        <FormFooter>
          <SubmitButton look="fill">{t("unseal.submit")}</SubmitButton>
          <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}`}>
            {t("way.cancel")}
          </LinkButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
