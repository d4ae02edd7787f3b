import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { MeetingLog } from "@/components/calendar/meeting-log";
import { MeetingScreen } from "@/components/calendar/meeting-screen";
import { loadMeetingLog } from "@/lib/meetings/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; meetingId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, meetingId } = await params;
  const { view } = await loadMeetingLog(tenant, idFromAddress(meetingId));
  const t = await getTranslations("history");
  return { title: `${t("title")}: ${view.title}` };
}

export default async function MeetingLogPage({ params }: Props) {
  const { tenant, meetingId } = await params;
  const { actor, view } = await loadMeetingLog(tenant, idFromAddress(meetingId));
  return (
    <PortalPage actor={actor} current="calendar" sheet={<MeetingLog view={view} tenant={tenant} />}>
      <MeetingScreen
        view={view}
        tenant={tenant}
        office={{ id: actor.officeId, code: actor.officeCode }}
        open={null}
      />
    </PortalPage>
  );
}
