import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DeskScreen } from "@/components/desk/desk-screen";
import { loadDesk } from "@/lib/desk/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

export default async function DeskPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadDesk(tenant);
  return (
    <PortalPage actor={actor} current="desk" live>
      <DeskScreen view={view} tenant={tenant} officeCode={actor.officeCode} />
    </PortalPage>
  );
}
