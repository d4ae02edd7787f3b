import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dayOfQuery } from "@/app/[tenant]/calendar/week-address";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PublishScreen } from "@/components/calendar/publish-screen";
import { loadWeek } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ week?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.acts");
  return { title: t("publish") };
}

export default async function PublishPage({ params, searchParams }: Props) {
  const [{ tenant }, { week }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadWeek(tenant, dayOfQuery(week), undefined, true);
  return (
    <PortalPage actor={actor} current="calendar" wide>
      <PublishScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
