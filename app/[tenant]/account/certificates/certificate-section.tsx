import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DateLabel } from "@/components/ui/date-label";
import { Facts } from "@/components/ui/facts";
import { Fingerprint } from "@/components/ui/fingerprint";
import { Register } from "@/components/ui/register";
import type { CertificateUse, OwnCertificate } from "@/lib/agreements/certificates/types";
import { dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";

const stateTones: Record<OwnCertificate["state"], BadgeTone> = {
  valid: "done",
  expired: "neutral",
  revoked: "alarm",
  "root-removed": "alarm",
};

function instant(date: Date) {
  return <DateLabel date={{ iso: date.toISOString(), text: formatInstant(date) }} />;
}

type HrefOf = (use: CertificateUse) => string;

function UseRow({ use, hrefOf }: { use: CertificateUse; hrefOf: HrefOf }) {
  const t = useTranslations("account.certificates");
  return (
    <tr>
      <td>
        {use.agreementId ? (
          <a className="ttl" href={hrefOf(use)}>
            {use.agreementTitle}
          </a>
        ) : (
          use.agreementTitle
        )}
      </td>
      <td>
        {use.paperNumber}
        <br />
        <small className="text-muted">{t("version", { number: use.versionNumber })}</small>
      </td>
      <td>
        {use.capacity.join(", ")}
        <br />
        <small className="text-muted">{t(`methods.${use.method}`)}</small>
      </td>
      <td>{instant(use.signedAt)}</td>
    </tr>
  );
}

type CertificateSectionProps = {
  certificate: OwnCertificate;
  ordinal: number;
  hrefOf: HrefOf;
  signer: string;
};

/** One certificate: what it is, whether its key opens, and every paper it signed. */
export function CertificateSection({ certificate, ordinal, hrefOf, signer }: CertificateSectionProps) {
  const t = useTranslations("account.certificates");
  const { notBefore, notAfter, revokedAt, registeredAt, issuer, uses } = certificate;
  const facts = [
    {
      label: t("state"),
      value: <Badge tone={stateTones[certificate.state]}>{t(`states.${certificate.state}`)}</Badge>,
    },
    ...(revokedAt ? [{ label: t("revokedAt"), value: instant(revokedAt) }] : []),
    { label: t("issuer"), value: registeredAt ? issuer : t("portalIssuer") },
    ...(registeredAt ? [{ label: t("registeredAt"), value: instant(registeredAt) }] : []),
    {
      label: t("key"),
      value:
        certificate.key === "locked" && !revokedAt ? (
          <>
            {t("keys.locked")} <a href="#new-key">{t("toNewKey")}</a>
          </>
        ) : (
          t(`keys.${certificate.key}`)
        ),
    },
    {
      label: t("validity"),
      value: t("validityDays", { from: formatDay(dayAt(notBefore)), until: formatDay(dayAt(notAfter)) }),
    },
    { label: t("serial"), value: <span className="code">{certificate.serial}</span> },
    { label: t("fingerprint"), value: <Fingerprint hex={certificate.sha256} /> },
  ];
  return (
    <Section id={`certificate-${ordinal}`} title={certificate.subject}>
      <Facts facts={facts} />
      {uses.length === 0 ? (
        <p className="mt-4 text-muted">{t("unused")}</p>
      ) : (
        <Register
          caption={t("uses", { count: uses.length })}
          captionShown
          head={[
            { label: t("agreement") },
            { label: t("number") },
            { label: signer },
            { label: t("signedAt") },
          ]}
          className="mt-4"
        >
          <tbody>
            {uses.map((use) => (
              <UseRow key={use.id} use={use} hrefOf={hrefOf} />
            ))}
          </tbody>
        </Register>
      )}
    </Section>
  );
}
