import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { requestSigningKeyAction } from "@/lib/agreements/actions";
import { loadOwnCertificates } from "@/lib/agreements/certificates/loaders";
import { CertificateSection } from "./certificate-section";
import { RegisterCertificate } from "./register-certificate";
import { RequestKey } from "./request-key";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.certificates");
  return { title: t("title") };
}

export default async function CertificatesPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadOwnCertificates(tenant);
  const t = await getTranslations("account.certificates");
  return (
    <PortalPage actor={actor}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <p className="mb-4">
        <a href={`/${tenant}/account/certificates/office`}>{t("ofOffice.title")}</a>
      </p>
      {view.certificates.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : null}
      {view.certificates.map((certificate, index) => (
        <CertificateSection
          key={certificate.id}
          certificate={certificate}
          ordinal={index + 1}
          signer={t("capacity")}
          hrefOf={({ agreementId, id }) => `/${tenant}/agreements/${agreementId}/receipts/${id}`}
        />
      ))}
      {view.mayRequestKey ? (
        <RequestKey
          requestedAt={view.keyRequestedAt}
          tenant={tenant}
          action={requestSigningKeyAction}
          texts={{ title: t("newKey"), text: t("newKeyText") }}
        />
      ) : null}
      {view.mayRegister ? <RegisterCertificate view={view} tenant={tenant} /> : null}
    </PortalPage>
  );
}
