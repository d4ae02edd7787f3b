import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { FileSeries } from "@/components/calendar/file-meeting";
import { loadMeetingForm } from "@/lib/meetings/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ from?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.acts");
  return { title: t("series") };
}

export default async function NewSeriesPage({ params, searchParams }: Props) {
  const [{ tenant }, { from }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadMeetingForm(tenant, from ? idFromAddress(from) : undefined);
  return (
    <PortalPage actor={actor} current="calendar">
      <FileSeries view={view} tenant={tenant} />
    </PortalPage>
  );
}
