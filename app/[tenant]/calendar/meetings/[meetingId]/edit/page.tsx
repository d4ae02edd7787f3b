import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { MendMeeting } from "@/components/calendar/file-meeting";
import { loadMeetingForm } from "@/lib/meetings/loaders";
import { boxesOfSlot } from "@/lib/platform/dates/slots";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = {
  params: Promise<{ tenant: string; meetingId: string }>;
  /** A free time that was chosen on the meeting's page. */
  searchParams: Promise<{ slot?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, meetingId } = await params;
  const { view } = await loadMeetingForm(tenant, idFromAddress(meetingId));
  const t = await getTranslations("calendar.acts");
  return { title: `${t("edit")}: ${view.meeting?.title ?? ""}` };
}

export default async function EditMeetingPage({ params, searchParams }: Props) {
  const [{ tenant, meetingId }, { slot }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadMeetingForm(tenant, idFromAddress(meetingId));
  if (!view.meeting) notFound();
  return (
    <PortalPage actor={actor} current="calendar">
      <MendMeeting
        view={view}
        meeting={view.meeting}
        tenant={tenant}
        chosen={slot ? boxesOfSlot(slot) : null}
      />
    </PortalPage>
  );
}
