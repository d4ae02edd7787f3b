import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Section } from "@/components/layout/section";
import { Note } from "@/components/ui/note";
import { requestSigningKeyAction } from "@/lib/agreements/actions";
import type { OwnCertificatesView } from "@/lib/agreements/certificates/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** Who forgot the passphrase: what to do, who helps, and what becomes of what was signed. */
export function RequestKey({ view, tenant }: { view: OwnCertificatesView; tenant: string }) {
  const t = useTranslations("account.certificates");
  return (
    <Section id="new-key" title={t("newKey")}>
      {view.keyRequestedAt ? (
        <Note tone="due" title={t("newKeyWaits", { at: formatInstant(view.keyRequestedAt) })}>
          {t("newKeyWaitsText")}
        </Note>
      ) : null}
      <p className={view.keyRequestedAt ? "mt-4" : undefined}>{t("newKeyText")}</p>
      <ActionForm id="request-key" action={requestSigningKeyAction} className="form mt-4">
        <HiddenField name="tenant" value={tenant} />
        <PasswordField
          name="passphrase"
          label={t("newPassphrase")}
          hint={t("newPassphraseHint")}
          autoComplete="off"
        />
        <PasswordField name="repeatPassphrase" label={t("repeatPassphrase")} autoComplete="off" />
        <PasswordField
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          autoComplete="current-password"
        />
        <SubmitButton>{t("newKeySubmit")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
