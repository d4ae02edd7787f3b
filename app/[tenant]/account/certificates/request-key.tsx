import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Section } from "@/components/layout/section";
import { Note } from "@/components/ui/note";
import { formatInstant } from "@/lib/platform/dates/days";
import type { FormAction } from "@/lib/platform/forms/form-state";

/** Who forgot the passphrase: what to do, who helps, and what becomes of what was signed. */
type RequestKeyProps = {
  /** When one was asked for that still waits. */
  requestedAt: Date | null;
  tenant: string;
  action: FormAction;
  texts: { title: string; text: string };
};

export function RequestKey({ requestedAt, tenant, action, texts }: RequestKeyProps) {
  const t = useTranslations("account.certificates");
  return (
    <Section id="new-key" title={texts.title}>
      {requestedAt ? (
        <Note tone="due" title={t("newKeyWaits", { at: formatInstant(requestedAt) })}>
          {t("newKeyWaitsText")}
        </Note>
      ) : null}
      <p className={requestedAt ? "mt-4" : undefined}>{texts.text}</p>
      <ActionForm id="request-key" action={action} className="form mt-4">
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
