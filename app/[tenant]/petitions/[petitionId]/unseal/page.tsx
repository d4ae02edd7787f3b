import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { UnsealForm } from "@/components/petitions/secrecy/unseal-form";
import { loadPetitionPage } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, petitionId } = await params;
  const { view } = await loadPetitionPage(tenant, idFromAddress(petitionId));
  return { title: view.code };
}

export default async function PetitionUnsealPage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionPage(tenant, idFromAddress(petitionId));
  return (
    <PortalPage actor={actor} current="petitions">
      <UnsealForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
