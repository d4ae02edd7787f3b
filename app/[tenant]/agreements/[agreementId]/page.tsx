import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { AgreementReading } from "@/components/agreements/agreement-reading";
import { loadAgreementPage } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { placeOf } from "@/lib/platform/tenancy/place";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function AgreementPage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  return (
    <PortalPage actor={actor} current="agreements">
      <AgreementReading
        view={view}
        tenant={tenant}
        officeId={actor.officeId}
        place={placeOf(actor.tenantName)}
      />
    </PortalPage>
  );
}
