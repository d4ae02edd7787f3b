import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { KindsScreen } from "@/components/calendar/settings/kinds-screen";
import { loadCalendarSettings } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ kind?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.settings");
  return { title: t("parts.kinds") };
}

export default async function KindsPage({ params, searchParams }: Props) {
  const [{ tenant }, { kind }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadCalendarSettings(tenant);
  return (
    <PortalPage actor={actor} current="calendar">
      <KindsScreen view={view} tenant={tenant} open={kind} />
    </PortalPage>
  );
}
