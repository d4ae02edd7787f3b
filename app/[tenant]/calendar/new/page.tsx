import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dayOfQuery } from "@/app/[tenant]/calendar/week-address";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { FileMeeting } from "@/components/calendar/file-meeting";
import { loadMeetingForm } from "@/lib/meetings/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Query = {
  week?: string;
  from?: string;
  day?: string;
  start?: string;
  end?: string;
  leader?: string | string[];
  room?: string;
};
type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

/** A free time that was found, to begin the form with. */
function foundTime({ day, start, end, leader, room }: Query) {
  if (!day || dayOfQuery(day) === undefined) return undefined;
  return { day, from: start, until: end, leaderPostIds: [leader ?? []].flat(), roomId: room };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.acts");
  return { title: t("file") };
}

export default async function NewMeetingPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadMeetingForm(tenant, query.from ? idFromAddress(query.from) : undefined);
  return (
    <PortalPage actor={actor} current="calendar">
      <FileMeeting view={view} tenant={tenant} week={dayOfQuery(query.week)} found={foundTime(query)} />
    </PortalPage>
  );
}
