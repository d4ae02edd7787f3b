import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { nameExternalSignerAction } from "@/lib/agreements/actions";
import type { ExternalStanding } from "@/lib/agreements/external/types";
import type { OutsidePageView } from "@/lib/agreements/types";

type Props = { party: ExternalStanding; view: OutsidePageView; tenant: string };

function NameSigner({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  return (
    <details className="more mt-4">
      <summary>{t("otherSigner")}</summary>
      <p className="text-sm text-muted">{t("otherSignerText")}</p>
      <ActionForm id={`signer-${party.place}`} action={nameExternalSignerAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="partyId" value={party.id} />
        <HiddenField name="before" value={party.signerName} />
        <TextField name="signerName" label={t("signerName")} maxLength={200} />
        <TextField
          name="signingTitle"
          label={t("signingTitle")}
          hint={t("otherTitleHint")}
          defaultValue={party.signingTitle}
          maxLength={200}
        />
        <TextArea
          name="reason"
          label={t("otherReason")}
          hint={t("otherReasonHint")}
          rows={2}
          maxLength={500}
        />
        <SubmitButton look="plain">{t("otherSubmit")}</SubmitButton>
      </ActionForm>
    </details>
  );
}

/** The paper of the round names who signs: the way to another leads by a new version. */
function InRound({ party, view, tenant }: Props) {
  const t = useTranslations("agreements.outside");
  return (
    <details className="more mt-4">
      <summary>{t("otherSigner")}</summary>
      <p className="text-sm text-muted">{t("otherInRound", { name: party.signerName })}</p>
      {view.may.withdraw ? (
        <p className="mt-2">
          <LinkButton look="plain" href={`/${tenant}/agreements/${view.agreementId}/withdraw`}>
            {t("otherWithdraw")}
          </LinkButton>
        </p>
      ) : null}
    </details>
  );
}

/** Who was to sign left the post: another is named while nothing is drawn, and later only in a new version. */
export function OtherSigner(props: Props) {
  const { party, view } = props;
  if (view.may.nameSigner) return <NameSigner {...props} />;
  const open = view.version.storedState === "awaiting-signatures" && party.signature === null;
  return open ? <InRound {...props} /> : null;
}
