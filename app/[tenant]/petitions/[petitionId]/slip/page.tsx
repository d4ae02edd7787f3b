import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ForwardSlip } from "@/components/petitions/way/forward-slip";
import { loadPetitionPage } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { placeOf } from "@/lib/platform/tenancy/place";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, petitionId } = await params;
  const { view } = await loadPetitionPage(tenant, idFromAddress(petitionId));
  return { title: view.code };
}

export default async function PetitionSlipPage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionPage(tenant, idFromAddress(petitionId));
  return (
    <PortalPage actor={actor} current="petitions">
      <ForwardSlip view={view} tenant={tenant} place={placeOf(actor.tenantName)} />
    </PortalPage>
  );
}
