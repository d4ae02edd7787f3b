import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { HandoversScreen } from "@/components/petitions/handovers/handovers-screen";
import { loadHandovers } from "@/lib/petitions/handovers/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ before?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ tenant }, { before }] = await Promise.all([params, searchParams]);
  await loadHandovers(tenant, before);
  const t = await getTranslations("petitions.handovers");
  return { title: t("title") };
}

export default async function HandoversPage({ params, searchParams }: Props) {
  const [{ tenant }, { before }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadHandovers(tenant, before);
  return (
    <PortalPage actor={actor} current="petitions">
      <HandoversScreen view={view} tenant={tenant} first={before === undefined} />
    </PortalPage>
  );
}
