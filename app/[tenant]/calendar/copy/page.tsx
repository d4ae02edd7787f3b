import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dayOfQuery } from "@/app/[tenant]/calendar/week-address";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { CopyScreen } from "@/components/calendar/copy-screen";
import { loadCopyChoices } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ week?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.acts");
  return { title: t("copy") };
}

export default async function CopyWeekPage({ params, searchParams }: Props) {
  const [{ tenant }, { week }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadCopyChoices(tenant, dayOfQuery(week));
  return (
    <PortalPage actor={actor} current="calendar">
      <CopyScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
