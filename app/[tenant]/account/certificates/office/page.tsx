import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { requestOfficeKeyAction } from "@/lib/agreements/actions";
import { loadOfficeCertificates } from "@/lib/agreements/certificates/loaders";
import { CertificateSection } from "../certificate-section";
import { RequestKey } from "../request-key";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.certificates.ofOffice");
  return { title: t("title") };
}

export default async function OfficeCertificatesPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadOfficeCertificates(tenant);
  const t = await getTranslations("account.certificates");
  return (
    <PortalPage actor={actor}>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: `/${tenant}/account/certificates` },
          { label: t("ofOffice.title") },
        ]}
        title={t("ofOffice.title")}
        lead={t("ofOffice.lead", { office: actor.officeName })}
      />
      {view.certificates.length === 0 ? (
        <EmptyState title={t("ofOffice.none")} text={t("ofOffice.noneText")} />
      ) : null}
      {view.certificates.map((certificate, index) => (
        <CertificateSection
          key={certificate.id}
          certificate={certificate}
          ordinal={index + 1}
          signer={t("ofOffice.signer")}
          hrefOf={({ agreementId }) => `/${tenant}/agreements/${agreementId}#signatures`}
        />
      ))}
      {view.mayRequestKey ? (
        <RequestKey
          requestedAt={view.keyRequestedAt}
          tenant={tenant}
          action={requestOfficeKeyAction}
          texts={{ title: t("ofOffice.newKey"), text: t("ofOffice.newKeyText") }}
        />
      ) : (
        <p className="mt-4 text-muted">{t("ofOffice.keeper")}</p>
      )}
    </PortalPage>
  );
}
