import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { OwnCertificateForm } from "@/components/agreements/own-certificate-form";
import { SignElsewhere } from "@/components/agreements/sign-elsewhere";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import type { OtherWaysView } from "@/lib/agreements/types";
import { dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";
import type { Actor } from "@/lib/platform/tenancy/actor";

type Props = { view: OtherWaysView; actor: Actor };

function RegisteredCertificates({ view, tenant }: { view: OtherWaysView; tenant: string }) {
  const t = useTranslations("agreements.otherWays");
  const href = `/${tenant}/account/certificates`;
  if (view.registered.length === 0) {
    return (
      <Note tone="due" title={t("noneRegistered")}>
        <p>{t("noneRegisteredText")}</p>
        <p className="mt-3">
          <LinkButton href={`${href}#register`}>{t("register")}</LinkButton>
        </p>
      </Note>
    );
  }
  return (
    <Section id="registered" title={t("registered")} more={{ href, label: t("allCertificates") }}>
      <Facts
        facts={view.registered.map(({ subject, issuer, notAfter }) => ({
          label: subject,
          value: t("registeredFact", { issuer, until: formatDay(dayAt(notAfter)) }),
        }))}
      />
    </Section>
  );
}

/** To sign with a certificate that the portal did not issue: with another tool, or here with a key file. */
export function OtherWaysPage({ view, actor }: Props) {
  const t = useTranslations("agreements.otherWays");
  const tenant = actor.tenantSlug;
  const taken = view.round?.taken;
  const other = taken && !taken.mine ? view.parties.find(({ id }) => id === taken.partyId) : undefined;
  const ready = view.registered.length > 0 && !other;
  return (
    <>
      <AgreementHeader
        view={view}
        tenant={tenant}
        title={t("title", { title: view.title })}
        crumb={t("crumb")}
      />
      {taken && other ? (
        <Note
          tone="info"
          icon="clock"
          title={t("takenByOther", { office: other.office.code, until: formatInstant(taken.until) })}
        />
      ) : null}
      <RegisteredCertificates view={view} tenant={tenant} />
      {ready ? <SignElsewhere view={view} tenant={tenant} /> : null}
      {ready ? <OwnCertificateForm view={view} tenant={tenant} /> : null}
      <p className="mt-4">
        <a href={`/${tenant}/agreements/${view.agreementId}/sign`}>{t("withPortalKey")}</a>
      </p>
    </>
  );
}
