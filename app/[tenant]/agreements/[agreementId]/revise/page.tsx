import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ReviseForm } from "@/components/agreements/revise-form";
import { loadAgreementPage } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { AgreementScreen } from "../agreement-screen";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function RevisePage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  if (!view.may.revise) return <AgreementScreen actor={actor} view={view} tenant={tenant} />;
  return (
    <PortalPage actor={actor} current="agreements">
      <ReviseForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
