import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { joinedTo } from "@/components/petitions/same/same-letters";
import { LinkButton } from "@/components/ui/link-button";
import { classifyPetitionAction } from "@/lib/petitions/actions";
import { isDenunciation, takesOutOfSeal } from "@/lib/petitions/rules";
import { denouncesAnswers, type PetitionPageView, petitionClasses } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string };

/** The way out of the seal is a page of its own; who may not go it reads who may. */
function OutOfSeal({ view, tenant }: Props) {
  const t = useTranslations("petitions.unseal");
  if (!view.may.unseal) return <p className="hint mt-4">{t("whoMay", { office: view.lead.code })}</p>;
  return (
    <p className="mt-4">
      <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}/unseal`}>
        {t("link")}
      </LinkButton>
    </p>
  );
}

/** What the letter is by its content. One somebody sealed stays sealed here, whatever is chosen. The next step of a new one, among the other acts of one that is classified. */
export function ClassifyForm({ view, tenant }: Props) {
  const t = useTranslations("petitions");
  const held = takesOutOfSeal(view, "no");
  const classes = held
    ? petitionClasses.filter((value) => isDenunciation(value) || value === "mixed")
    : petitionClasses;
  const answers = held ? denouncesAnswers.filter((value) => value !== "no") : denouncesAnswers;
  const again = view.class !== null;
  const fields = (
    <>
      <div className="inrow">
        <SelectField
          name="class"
          label={t("form.class")}
          width="half"
          placeholder={t("class.none")}
          defaultValue={view.class ?? ""}
          options={classes.map((value) => ({ value, label: t(`class.${value}`) }))}
        />
        <div className="ofmixed">
          <SelectField
            name="denounces"
            label={t("page.denouncesOfMixed")}
            width="half"
            optional="unsaid"
            placeholder=""
            defaultValue={view.class === "mixed" ? view.denounces : ""}
            options={answers.map((value) => ({ value, label: t(`form.answers.${value}`) }))}
          />
        </div>
      </div>
      <p className="hint">{held ? t("unseal.stays") : t("page.classifyHint")}</p>
      <SubmitButton look={again || joinedTo(view) !== null ? "plain" : "fill"}>
        {again ? t("page.classifyAgain") : t("page.classify")}
      </SubmitButton>
      {held ? <OutOfSeal view={view} tenant={tenant} /> : null}
    </>
  );
  return (
    <ActionForm id="classify" action={classifyPetitionAction}>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      <HiddenField name="revision" value={String(view.revision)} />
      {again ? <FormFold summary={t("page.classifyAgain")}>{fields}</FormFold> : fields}
    </ActionForm>
  );
}
