import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { type PetitionQuery, petitionAddress } from "@/components/petitions/petition-list-address";
import { PetitionRegister } from "@/components/petitions/petition-register";
import { loadPetitionList } from "@/lib/petitions/loaders";
import { dayAt } from "@/lib/platform/dates/days";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<PetitionQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions");
  return { title: t("metaTitle") };
}

export default async function PetitionsPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const address = petitionAddress(query, dayAt(new Date()));
  const { span: _span, ...input } = address;
  const { actor, view } = await loadPetitionList(tenant, input);
  return (
    <PortalPage actor={actor} current="petitions" wide>
      <PetitionRegister view={view} base={`/${tenant}/petitions`} address={address} />
    </PortalPage>
  );
}
