import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { classifyPetitionAction } from "@/lib/petitions/actions";
import { denouncesAnswers, type PetitionPageView, petitionClasses } from "@/lib/petitions/types";

/** What the letter is by its content: the next step of a new one, among the other acts of one that is classified. */
export function ClassifyForm({ view, tenant }: { view: PetitionPageView; tenant: string }) {
  const t = useTranslations("petitions");
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
          options={petitionClasses.map((value) => ({ value, label: t(`class.${value}`) }))}
        />
        <div className="ofmixed">
          <SelectField
            name="denounces"
            label={t("page.denouncesOfMixed")}
            width="half"
            optional="unsaid"
            placeholder=""
            defaultValue={view.class === "mixed" ? view.denounces : ""}
            options={denouncesAnswers.map((value) => ({ value, label: t(`form.answers.${value}`) }))}
          />
        </div>
      </div>
      <p className="hint">{t("page.classifyHint")}</p>
      <SubmitButton look={again ? "plain" : "fill"}>
        {again ? t("page.classifyAgain") : t("page.classify")}
      </SubmitButton>
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
