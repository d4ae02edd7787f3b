import { useTranslations } from "next-intl";
import { MeetingForm } from "@/components/calendar/meeting-form";
import { PageHeader } from "@/components/layout/page-header";
import { changeMeetingAction, editMeetingAction, fileMeetingAction } from "@/lib/meetings/actions";
import type { MeetingFormView, MeetingPageView } from "@/lib/meetings/types";

/** Filing a new meeting; one made like another keeps everything but its day. */
export function FileMeeting({
  view,
  tenant,
  week,
}: {
  view: MeetingFormView;
  tenant: string;
  week?: string | undefined;
}) {
  const t = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  const { day: _day, untilDay: _last, holdUntil: _hold, ...like } = view.meeting ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: base }]}
        title={t("acts.file")}
        lead={t("form.lead")}
      />
      <MeetingForm
        mode="file"
        action={fileMeetingAction}
        known={{ tenant }}
        options={view.options}
        start={like}
        back={week ? `${base}?week=${week}` : base}
      />
    </>
  );
}

/** Mending what was filed, or changing what is confirmed: which of them it is follows from its state. */
export function MendMeeting({
  view,
  meeting,
  tenant,
}: {
  view: MeetingFormView;
  meeting: MeetingPageView;
  tenant: string;
}) {
  const t = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  const back = `${base}/meetings/${meeting.meetingId}`;
  const mode = meeting.state === "confirmed" ? "change" : "edit";
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: meeting.title, href: back },
        ]}
        title={t(`acts.${mode}`)}
        lead={t(`form.${mode}Lead`)}
      />
      <MeetingForm
        mode={mode}
        action={mode === "change" ? changeMeetingAction : editMeetingAction}
        known={{ tenant, meetingId: meeting.meetingId, revision: String(meeting.revision) }}
        options={view.options}
        start={meeting}
        back={back}
      />
    </>
  );
}
