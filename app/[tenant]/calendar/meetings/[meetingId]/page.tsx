import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { openMeetingAct } from "@/components/calendar/meeting-acts";
import { MeetingScreen } from "@/components/calendar/meeting-screen";
import { UndoAct } from "@/components/calendar/undo-act";
import { loadMeetingPage } from "@/lib/meetings/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = {
  params: Promise<{ tenant: string; meetingId: string }>;
  searchParams: Promise<{ act?: string; answer?: string; presence?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, meetingId } = await params;
  const { view } = await loadMeetingPage(tenant, idFromAddress(meetingId));
  return { title: view.title };
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const [{ tenant, meetingId }, query] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadMeetingPage(tenant, idFromAddress(meetingId));
  return (
    <PortalPage
      actor={actor}
      current="calendar"
      live
      undo={view.undo ? <UndoAct key={view.undo.actId} undo={view.undo} tenant={tenant} /> : null}
    >
      <MeetingScreen
        view={view}
        tenant={tenant}
        office={{ id: actor.officeId, code: actor.officeCode }}
        open={openMeetingAct(query)}
        attendance={{ answering: query.answer ?? null, counting: query.presence ?? null }}
      />
    </PortalPage>
  );
}
