import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { OutsidePage } from "@/components/agreements/outside/outside-page";
import { loadOutsidePage } from "@/lib/agreements/external/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadOutsidePage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function Page({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadOutsidePage(tenant, idFromAddress(agreementId));
  return (
    <PortalPage actor={actor} current="agreements">
      <OutsidePage view={view} tenant={tenant} officeId={actor.officeId} />
    </PortalPage>
  );
}
