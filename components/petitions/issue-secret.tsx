import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/forms/checkbox";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ShownSecret } from "@/components/petitions/shown-secret";
import { issueSecretAction } from "@/lib/petitions/actions";
import type { PetitionReceiptView } from "@/lib/petitions/types";

/** The secret stands on the receipt that is printed now, and nowhere else; a lost one is replaced against an identity card. */
export function IssueSecret({ view, tenant }: { view: PetitionReceiptView; tenant: string }) {
  const t = useTranslations("petitions.slip.receipt");
  const before = view.secretIssues > 0;
  return (
    <ActionForm id="secret" action={issueSecretAction} className="slip__secret">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="petitionId" value={view.petitionId} />
      <HiddenField name="issues" value={String(view.secretIssues)} />
      <ShownSecret label={t("secret")} text={t("secretText", { address: view.lookUpAt })} />
      <div className="slip__ask">
        <p>{t(before ? "secretBefore" : "secretNone")}</p>
        {before ? <Checkbox name="cardShown" label={t("cardShown")} /> : null}
        <SubmitButton look="plain">{t(before ? "secretAgain" : "secretIssue")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
