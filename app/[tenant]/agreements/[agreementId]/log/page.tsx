import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { AgreementLog } from "@/components/agreements/agreement-log";
import { loadAgreementHistory } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  await loadAgreementHistory(tenant, idFromAddress(agreementId));
  const t = await getTranslations("agreements.log");
  return { title: t("title") };
}

export default async function AgreementLogPage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadAgreementHistory(tenant, idFromAddress(agreementId));
  return (
    <PortalPage actor={actor} current="agreements">
      <AgreementLog view={view} tenant={tenant} />
    </PortalPage>
  );
}
