import { useTranslations } from "next-intl";
import { FileField } from "@/components/forms/file-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { UploadForm } from "@/components/forms/upload-form";
import { Section } from "@/components/layout/section";
import type { OtherWaysView } from "@/lib/agreements/types";

/** PKCS#12 with its passphrase, for this one signature. */
export function OwnCertificateForm({ view, tenant }: { view: OtherWaysView; tenant: string }) {
  const t = useTranslations("agreements.otherWays");
  const { returned } = view;
  return (
    <Section id="key-file" title={t("keyFileTitle")}>
      <p>{t("keyFileText")}</p>
      <UploadForm
        id="own-certificate"
        post={`/${tenant}/upload/own-certificate`}
        returned={returned?.form === "own-certificate" ? returned.state : undefined}
      >
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="agreementId" value={view.agreementId} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="issuedSha256" value={view.round?.issuedSha256 ?? ""} />
        <FileField name="keyFile" label={t("keyFile")} hint={t("keyFileHint")} accept=".p12,.pfx" />
        <PasswordField
          name="passphrase"
          label={t("keyFilePassphrase")}
          hint={t("keyFilePassphraseHint")}
          autoComplete="off"
        />
        <SubmitButton icon="pen">{t("signHere")}</SubmitButton>
      </UploadForm>
    </Section>
  );
}
