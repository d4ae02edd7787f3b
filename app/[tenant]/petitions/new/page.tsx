import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { TakePetition } from "@/components/petitions/take-petition";
import { loadPetitionForm } from "@/lib/petitions/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.form");
  return { title: t("title") };
}

export default async function NewPetitionPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadPetitionForm(tenant);
  return (
    <PortalPage actor={actor} current="petitions">
      <TakePetition view={view} tenant={tenant} />
    </PortalPage>
  );
}
