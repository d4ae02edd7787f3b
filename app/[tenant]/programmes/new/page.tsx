import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DraftProgramme } from "@/components/programmes/draft-programme";
import { loadProgrammeForm } from "@/lib/work-programmes/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes.new");
  return { title: t("title") };
}

export default async function NewProgrammePage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadProgrammeForm(tenant);
  return (
    <PortalPage actor={actor} current="calendar">
      <DraftProgramme view={view} tenant={tenant} />
    </PortalPage>
  );
}
