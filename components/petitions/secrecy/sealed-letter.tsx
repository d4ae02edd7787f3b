import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { OpenedLetter } from "@/components/petitions/secrecy/opened-letter";
import { lookAtPetitionAction } from "@/lib/petitions/actions";
import type { PetitionPageView } from "@/lib/petitions/types";

/** How often the sealed name was opened, and for who handles the letter the way to open it: with a reason, on record. */
export function SealedLetter({ view, tenant }: { view: PetitionPageView; tenant: string }) {
  const t = useTranslations("petitions.secrecy");
  const page = useTranslations("petitions.page");
  const petitioner = useTranslations("petitions.petitioner");
  const handler = useTranslations("petitions.handler");
  const { secrecy } = view;
  const { named } = view.handler;
  if (view.identity !== "sealed") return null;
  return (
    <>
      <p className="mb-4">{t("lookCount", { count: secrecy.lookCount })}</p>
      {named?.present && !named.mine ? (
        <p className="mb-4">{handler("onlyHandler", { name: named.name })}</p>
      ) : null}
      {secrecy.mayLook ? (
        <ActionForm id="look" action={lookAtPetitionAction}>
          <OpenedLetter
            texts={{
              title: t("opened"),
              text: t("openedText"),
              anonymous: petitioner("anonymous"),
              content: page("content"),
              noContent: page("noContent"),
              labels: {
                fullName: page("fullName"),
                address: page("address"),
                phone: page("phone"),
                idNumber: page("idNumber"),
              },
            }}
          />
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="petitionId" value={view.petitionId} />
          <TextField
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            maxLength={300}
            autoComplete="off"
          />
          <SubmitButton look="plain">{t("look")}</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
