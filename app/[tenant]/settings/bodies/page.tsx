import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { BodiesScreen } from "@/components/settings/bodies-screen";
import { loadExternalBodies } from "@/lib/petitions/external/loaders";

type Props = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ body?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.outside");
  return { title: t("title") };
}

export default async function BodiesPage({ params, searchParams }: Props) {
  const [{ tenant }, { body }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadExternalBodies(tenant, typeof body === "string" ? body : null);
  return (
    <PortalPage actor={actor} current="petitions">
      <BodiesScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
