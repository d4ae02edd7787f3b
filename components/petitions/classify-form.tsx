import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Section } from "@/components/layout/section";
import { classifyPetitionAction } from "@/lib/petitions/actions";
import { denouncesAnswers, type PetitionPageView, petitionClasses } from "@/lib/petitions/types";

/** What the letter is by its content. */
export function ClassifyForm({ view, tenant }: { view: PetitionPageView; tenant: string }) {
  const t = useTranslations("petitions");
  return (
    <Section id="classify" title={t("page.classifyTitle")}>
      <ActionForm id="classify" action={classifyPetitionAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <div className="inrow">
          <SelectField
            name="class"
            label={t("form.class")}
            width="half"
            placeholder={t("class.none")}
            defaultValue={view.class ?? ""}
            options={petitionClasses.map((value) => ({ value, label: t(`class.${value}`) }))}
          />
          <SelectField
            name="denounces"
            label={t("page.denouncesOfMixed")}
            width="half"
            optional
            placeholder=""
            defaultValue={view.class === "mixed" ? view.denounces : ""}
            options={denouncesAnswers.map((value) => ({ value, label: t(`form.answers.${value}`) }))}
          />
        </div>
        <p className="hint">{t("page.classifyHint")}</p>
        <SubmitButton look={view.class === null ? "fill" : "plain"}>
          {view.class === null ? t("page.classify") : t("page.classifyAgain")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
