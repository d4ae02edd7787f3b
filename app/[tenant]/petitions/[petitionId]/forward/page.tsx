import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ForwardForm } from "@/components/petitions/way/forward-form";
import { loadPetitionForwarding } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, petitionId } = await params;
  const { view } = await loadPetitionForwarding(tenant, idFromAddress(petitionId));
  return { title: view.code };
}

export default async function PetitionForwardPage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionForwarding(tenant, idFromAddress(petitionId));
  return (
    <PortalPage actor={actor} current="petitions">
      <ForwardForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
