import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { NumberField } from "@/components/petitions/number-field";
import { StepHeader } from "@/components/petitions/way/step-header";
import { StepNotOpen } from "@/components/petitions/way/step-not-open";
import { LinkButton } from "@/components/ui/link-button";
import { concludePetitionAction } from "@/lib/petitions/actions";
import type { PetitionConcludingView } from "@/lib/petitions/types";

type Props = { view: PetitionConcludingView; tenant: string };

/** How the work on a letter ends: the ways open to it now, and what each asks for. */
export function ConcludeForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.way");
  const states = useTranslations("petitions.state");
  const open = view.way.conclusions;
  const offered = view.nextNumbers.map(({ book, next }) => ({
    value: next,
    label: t(`numberBooks.${book}`),
  }));
  if (open.length === 0) {
    return (
      <StepNotOpen
        view={view}
        tenant={tenant}
        step={t("concludeTitle")}
        text={t("notNowText", { office: view.lead.name, state: states(view.state) })}
      />
    );
  }
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={t("concludeTitle")} />
      <ActionForm id="conclude" action={concludePetitionAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <RadioGroup
          name="conclusion"
          label={t("conclusion")}
          choices={open.map((value) => ({ value, label: t(`conclusions.${value}`) }))}
        />
        <TextArea name="words" label={t("words")} rows={3} />
        {open.includes("guided") || open.includes("returned") ? (
          <TextField name="body" label={t("body")} hint={t("bodyHint")} optional="unsaid" maxLength={200} />
        ) : null}
        <NumberField
          name="documentNumber"
          optional="unsaid"
          maxLength={120}
          suggestions={offered}
          texts={{
            label: t("document"),
            hint: [
              t("documentHint"),
              ...(offered.length > 0
                ? [
                    t("numbersNext", {
                      numbers: offered.map(({ value, label }) => `${label} ${value}`).join("; "),
                    }),
                  ]
                : []),
            ].join(". "),
            free: t("numberFree", { number: "{number}" }),
            write: t("numberWrite", { number: "{number}" }),
            anyway: t("numberAnyway"),
          }}
        />
        {open.includes("filed-away") ? (
          <TextField
            name="keepYears"
            label={t("keepYears")}
            hint={t("keepYearsHint")}
            defaultValue="1"
            inputMode="numeric"
            width="date"
          />
        ) : null}
        <FormFooter>
          <SubmitButton look="fill">{t("concludeSubmit")}</SubmitButton>
          <LinkButton look="quiet" href={`/${tenant}/petitions/${view.petitionId}`}>
            {t("cancel")}
          </LinkButton>
        </FormFooter>
      </ActionForm>
    </>
  );
}
