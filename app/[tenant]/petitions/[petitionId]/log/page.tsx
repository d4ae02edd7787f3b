import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PetitionLog } from "@/components/petitions/petition-log";
import { PetitionScreen } from "@/components/petitions/petition-screen";
import { loadPetitionLog } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, petitionId } = await params;
  const { view } = await loadPetitionLog(tenant, idFromAddress(petitionId));
  const t = await getTranslations("history");
  return { title: `${t("title")}: ${view.code}` };
}

export default async function PetitionLogPage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionLog(tenant, idFromAddress(petitionId));
  return (
    <PortalPage actor={actor} current="petitions" sheet={<PetitionLog view={view} tenant={tenant} />}>
      <PetitionScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
