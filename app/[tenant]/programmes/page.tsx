import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { yearOfQuery } from "@/app/[tenant]/programmes/year-of-query";
import { TreeScreen } from "@/components/programmes/tree-screen";
import { loadProgrammeTree } from "@/lib/work-programmes/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ year?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("title") };
}

export default async function ProgrammesPage({ params, searchParams }: Props) {
  const [{ tenant }, { year }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadProgrammeTree(tenant, yearOfQuery(year));
  return (
    <PortalPage actor={actor} current="calendar">
      <TreeScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
