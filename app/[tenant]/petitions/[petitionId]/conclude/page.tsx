import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ConcludeForm } from "@/components/petitions/way/conclude-form";
import { loadPetitionConcluding } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, petitionId } = await params;
  const { view } = await loadPetitionConcluding(tenant, idFromAddress(petitionId));
  return { title: view.code };
}

export default async function PetitionConcludePage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionConcluding(tenant, idFromAddress(petitionId));
  return (
    <PortalPage actor={actor} current="petitions">
      <ConcludeForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
