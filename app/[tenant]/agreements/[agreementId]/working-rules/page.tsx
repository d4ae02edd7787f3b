import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { WorkingRulesForm } from "@/components/agreements/working-rules-form";
import { loadAgreementPage } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function WorkingRulesPage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  if (!view.may.edit) notFound();
  return (
    <PortalPage actor={actor} current="agreements">
      <WorkingRulesForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
