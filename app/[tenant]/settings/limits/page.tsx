import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { LimitsScreen } from "@/components/settings/limits-screen";
import { loadClockRules } from "@/lib/petitions/clocks/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clocks.settings");
  return { title: t("limits") };
}

export default async function LimitsPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadClockRules(tenant);
  return (
    <PortalPage actor={actor} current="settings">
      <LimitsScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
