import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { RefusalSlip } from "@/components/petitions/petition-slips";
import { loadPetitionPage } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { placeOf } from "@/lib/platform/tenancy/place";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.slip.refusal");
  return { title: t("page") };
}

export default async function RefusalPage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionPage(tenant, idFromAddress(petitionId));
  if (view.state !== "refused") notFound();
  return (
    <PortalPage actor={actor} current="petitions">
      <RefusalSlip view={view} tenant={tenant} place={placeOf(actor.tenantName)} demo={actor.demo} />
    </PortalPage>
  );
}
