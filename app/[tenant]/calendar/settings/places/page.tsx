import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PlacesScreen } from "@/components/calendar/settings/places-screen";
import { loadCalendarSettings } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ place?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.settings");
  return { title: t("parts.places") };
}

export default async function PlacesPage({ params, searchParams }: Props) {
  const [{ tenant }, { place }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadCalendarSettings(tenant);
  return (
    <PortalPage actor={actor} current="calendar">
      <PlacesScreen view={view} tenant={tenant} open={place} />
    </PortalPage>
  );
}
