import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PetitionCounts } from "@/components/petitions/petition-counts";
import { type PetitionQuery, petitionAddress } from "@/components/petitions/petition-list-address";
import { loadPetitionCounts } from "@/lib/petitions/loaders";
import { dayAt } from "@/lib/platform/dates/days";
import { placeOf } from "@/lib/platform/tenancy/place";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<PetitionQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.counts");
  return { title: t("title") };
}

export default async function PetitionCountsPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const address = petitionAddress(query, dayAt(new Date()));
  const { actor, view } = await loadPetitionCounts(tenant, address.from, address.until);
  return (
    <PortalPage actor={actor} current="petitions">
      <PetitionCounts
        view={view}
        base={`/${tenant}/petitions`}
        address={address}
        sheet={{ office: actor.officeName, place: placeOf(actor.tenantName), demo: actor.demo }}
      />
    </PortalPage>
  );
}
