import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { yearOfQuery } from "@/app/[tenant]/programmes/year-of-query";
import { OverlapsScreen } from "@/components/programmes/overlaps-screen";
import { loadOverlapPage } from "@/lib/work-programmes/loaders";

type Props = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ year?: string; settle?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes.overlaps");
  return { title: t("title") };
}

export default async function OverlapsPage({ params, searchParams }: Props) {
  const [{ tenant }, { year, settle }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadOverlapPage(tenant, yearOfQuery(year));
  return (
    <PortalPage actor={actor} current="calendar" wide>
      <OverlapsScreen view={view} tenant={tenant} settle={settle} />
    </PortalPage>
  );
}
