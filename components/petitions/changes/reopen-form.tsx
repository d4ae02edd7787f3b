import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Section } from "@/components/layout/section";
import { reopenPetitionAction } from "@/lib/petitions/actions";
import type { PetitionPageView } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string };

/** A letter that was filed away, handled again. */
export function ReopenForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.changes");
  if (!view.may.reopen) return null;
  return (
    <Section id="reopen" title={t("reopenTitle")}>
      <p className="mb-4">{t("reopenText")}</p>
      <ActionForm id="reopen" action={reopenPetitionAction}>
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        <HiddenField name="revision" value={String(view.revision)} />
        <TextArea name="reason" label={t("reason")} rows={2} />
        <SubmitButton look="plain">{t("reopen")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
