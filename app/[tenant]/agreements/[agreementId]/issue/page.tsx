import type { Metadata } from "next";
import { AgreementScreen } from "@/app/[tenant]/agreements/[agreementId]/agreement-screen";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { IssuePage } from "@/components/agreements/issue-page";
import { loadIssuePage } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadIssuePage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function AgreementIssuePage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadIssuePage(tenant, idFromAddress(agreementId));
  if (!view.may.issue) return <AgreementScreen actor={actor} view={view} tenant={tenant} />;
  return (
    <PortalPage actor={actor} current="agreements">
      <IssuePage view={view} actor={actor} />
    </PortalPage>
  );
}
