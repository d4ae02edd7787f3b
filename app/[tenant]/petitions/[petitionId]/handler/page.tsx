import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { HandlerForm } from "@/components/petitions/handler/handler-form";
import { loadPetitionAssigning } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, petitionId } = await params;
  const { view } = await loadPetitionAssigning(tenant, idFromAddress(petitionId));
  return { title: view.code };
}

export default async function PetitionHandlerPage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionAssigning(tenant, idFromAddress(petitionId));
  return (
    <PortalPage actor={actor} current="petitions">
      <HandlerForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
