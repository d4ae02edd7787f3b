import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PointsPage } from "@/components/agreements/points-page";
import { loadAgreementPage } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = {
  params: Promise<{ tenant: string; agreementId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function Page({ params, searchParams }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadAgreementPage(tenant, idFromAddress(agreementId));
  const { at } = await searchParams;
  return (
    <PortalPage actor={actor} current="agreements">
      <PointsPage view={view} tenant={tenant} at={typeof at === "string" ? at : undefined} />
    </PortalPage>
  );
}
