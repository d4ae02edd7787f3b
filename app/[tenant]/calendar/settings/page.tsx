import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { RulesScreen } from "@/components/calendar/settings/rules-screen";
import { loadCalendarSettings } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.settings");
  return { title: t("parts.rules") };
}

export default async function RulesPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadCalendarSettings(tenant);
  return (
    <PortalPage actor={actor} current="calendar">
      <RulesScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
