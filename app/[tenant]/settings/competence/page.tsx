import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { CompetenceScreen } from "@/components/settings/competence-screen";
import { loadCompetencePage } from "@/lib/petitions/competence/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.competence");
  return { title: t("title") };
}

export default async function CompetencePage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadCompetencePage(tenant);
  return (
    <PortalPage actor={actor} current="petitions">
      <CompetenceScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
