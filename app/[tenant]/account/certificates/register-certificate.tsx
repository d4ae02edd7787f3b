import { useTranslations } from "next-intl";
import { FileField } from "@/components/forms/file-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { UploadForm } from "@/components/forms/upload-form";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { Fingerprint } from "@/components/ui/fingerprint";
import type { OwnCertificatesView } from "@/lib/agreements/certificates/types";

/** To sign elsewhere one first names the certificate; only those under a listed root. */
export function RegisterCertificate({ view, tenant }: { view: OwnCertificatesView; tenant: string }) {
  const t = useTranslations("account.certificates");
  const { returned, roots } = view;
  return (
    <Section id="register" title={t("register")}>
      <p>{t("registerText")}</p>
      {roots.length === 0 ? (
        <p className="mt-2">{t("noRoots")}</p>
      ) : (
        <>
          <UploadForm
            id="register-certificate"
            post={`/${tenant}/upload/certificate`}
            returned={returned?.form === "register-certificate" ? returned.state : undefined}
          >
            <HiddenField name="tenant" value={tenant} />
            <FileField
              name="certificate"
              label={t("file")}
              hint={t("fileHint")}
              accept=".cer,.crt,.pem,.der"
            />
            <PasswordField
              name="password"
              label={t("password")}
              hint={t("passwordHint")}
              autoComplete="current-password"
            />
            <SubmitButton>{t("registerSubmit")}</SubmitButton>
          </UploadForm>
          <h3 className="mt-4">{t("roots")}</h3>
          <Facts
            facts={roots.map(({ subject, sha256 }) => ({
              label: subject,
              value: <Fingerprint hex={sha256} />,
            }))}
          />
        </>
      )}
    </Section>
  );
}
