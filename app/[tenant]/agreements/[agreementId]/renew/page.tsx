import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { RenewForm } from "@/components/agreements/renew-form";
import { loadAgreementPage } from "@/lib/agreements/loaders";
import { mayRenew } from "@/lib/agreements/policy";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { AgreementScreen } from "../agreement-screen";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function RenewPage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  if (!view.may.revise || !mayRenew(view.version))
    return <AgreementScreen actor={actor} view={view} tenant={tenant} />;
  return (
    <PortalPage actor={actor} current="agreements">
      <RenewForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
