import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DiscardScreen } from "@/components/programmes/discard-screen";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { loadProgramme } from "@/lib/work-programmes/loaders";

type Props = { params: Promise<{ tenant: string; programmeId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes.discard");
  return { title: t("title") };
}

export default async function DiscardProgrammePage({ params }: Props) {
  const { tenant, programmeId } = await params;
  const { actor, view } = await loadProgramme(tenant, idFromAddress(programmeId));
  return (
    <PortalPage actor={actor} current="calendar" wide>
      <DiscardScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
