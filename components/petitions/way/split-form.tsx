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
import { splitPetitionAction } from "@/lib/petitions/actions";
import type { PetitionPageView } from "@/lib/petitions/types";
import { partClasses } from "@/lib/petitions/way";

type Props = { view: PetitionPageView; tenant: string };

/** A mixed letter into letters of their own, two to four. */
export function SplitForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  const classes = useTranslations("petitions.class");
  const states = useTranslations("petitions.state");
  if (!view.may.split) {
    return (
      <StepNotOpen
        view={view}
        tenant={tenant}
        step={t("splitTitle")}
        text={t("notNowText", { office: view.lead.name, state: states(view.state) })}
      />
    );
  }
  const options = partClasses.map((value) => ({ value, label: classes(value) }));
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={t("splitTitle")} lead={t("splitLead")} />
      <ActionForm id="split" action={splitPetitionAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        {view.identity === "sealed" ? <p className="hint">{t("splitSealed")}</p> : null}
        {[1, 2, 3, 4].map((number) => (
          <div key={number} className="inrow">
            <TextField
              name={`subject${number}`}
              label={t("partSubject", { number })}
              optional={number > 2}
              maxLength={300}
            />
            <SelectField
              name={`class${number}`}
              label={t("partClass", { number })}
              width="half"
              optional={number > 2}
              placeholder={number > 2 ? t("partNone") : ""}
              options={options}
            />
          </div>
        ))}
        <FormFooter>
          <SubmitButton look="fill">{t("splitSubmit")}</SubmitButton>
          <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}`}>
            {t("cancel")}
          </LinkButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
