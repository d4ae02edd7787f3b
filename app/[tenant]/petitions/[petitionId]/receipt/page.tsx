import type { Metadata } from "next";

import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ReceiptSlip } from "@/components/petitions/petition-slips";
import { loadPetitionReceipt } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { placeOf } from "@/lib/platform/tenancy/place";

type Props = { params: Promise<{ tenant: string; petitionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.slip.receipt");
  return { title: t("page") };
}

export default async function ReceiptPage({ params }: Props) {
  const { tenant, petitionId } = await params;
  const { actor, view } = await loadPetitionReceipt(tenant, idFromAddress(petitionId));

  return (
    <PortalPage actor={actor} current="petitions">
      <ReceiptSlip view={view} tenant={tenant} place={placeOf(actor.tenantName)} demo={actor.demo} />
    </PortalPage>
  );
}
