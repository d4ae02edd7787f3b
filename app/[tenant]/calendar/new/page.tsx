import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dayOfQuery } from "@/app/[tenant]/calendar/week-address";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { FileMeeting } from "@/components/calendar/file-meeting";
import { loadMeetingForm } from "@/lib/meetings/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ week?: string; from?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.acts");
  return { title: t("file") };
}

export default async function NewMeetingPage({ params, searchParams }: Props) {
  const [{ tenant }, { week, from }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadMeetingForm(tenant, from ? idFromAddress(from) : undefined);
  return (
    <PortalPage actor={actor} current="calendar">
      <FileMeeting view={view} tenant={tenant} week={dayOfQuery(week)} />
    </PortalPage>
  );
}
