import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { QuorumScreen } from "@/components/calendar/settings/quorum-screen";
import { loadCalendarSettings } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ rule?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.settings");
  return { title: t("parts.quorum") };
}

export default async function QuorumPage({ params, searchParams }: Props) {
  const [{ tenant }, { rule }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadCalendarSettings(tenant);
  return (
    <PortalPage actor={actor} current="calendar">
      <QuorumScreen view={view} tenant={tenant} open={rule} />
    </PortalPage>
  );
}
