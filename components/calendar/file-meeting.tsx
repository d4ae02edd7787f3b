import { useTranslations } from "next-intl";
import { MeetingForm } from "@/components/calendar/meeting-form";
import { scopedOf } from "@/components/calendar/scope-field";
import { PageHeader } from "@/components/layout/page-header";
import {
  changeMeetingAction,
  editMeetingAction,
  fileMeetingAction,
  fileSeriesAction,
} from "@/lib/meetings/actions";
import type { MeetingContent, MeetingFormView, MeetingPageView } from "@/lib/meetings/types";
import type { boxesOfSlot } from "@/lib/platform/dates/slots";
import { mondayOf } from "@/lib/platform/dates/times";

type FoundTime = {
  day: string;
  from: string | undefined;
  until: string | undefined;
  leaderPostIds: readonly string[];
  roomId: string | undefined;
};

/** What the form begins with: another meeting without its day, or a free time with those it is free for. */
function startOf(
  view: MeetingFormView,
  found: FoundTime | undefined,
  week: string | undefined,
): Partial<MeetingContent> {
  const { day: _day, untilDay: _last, holdUntil: _hold, ...like } = view.meeting ?? {};
  // Of the week one came from: today, or its Monday.
  const shown = week && (mondayOf(week) === mondayOf(view.today) ? view.today : mondayOf(week));
  if (!found) return shown ? { ...like, day: shown } : like;
  const { leaderPostIds, roomId, ...time } = found;
  const leaders = view.options.leaders
    .filter((leader) => leaderPostIds.includes(leader.postId))
    .map(({ postId, title, name }) => ({ postId, title, name, part: "required" as const }));
  return { ...like, ...definedOf(time), leaders, roomId: roomId ?? null };
}

function definedOf({ day, from, until }: Pick<FoundTime, "day" | "from" | "until">): Partial<MeetingContent> {
  return { day, ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

/** Filing a new meeting; one made like another keeps everything but its day. */
export function FileMeeting({
  view,
  tenant,
  week,
  found,
}: {
  view: MeetingFormView;
  tenant: string;
  week?: string | undefined;
  found?: FoundTime | undefined;
}) {
  const t = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
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
        start={startOf(view, found, week)}
        back={week ? `${base}?week=${week}` : base}
      />
    </>
  );
}

/** Filing a meeting that repeats: all its days at once. */
export function FileSeries({ view, tenant }: { view: MeetingFormView; tenant: string }) {
  const t = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: base }]}
        title={t("acts.series")}
        lead={t("series.lead")}
      />
      <MeetingForm
        mode="series"
        action={fileSeriesAction}
        known={{ tenant }}
        options={view.options}
        start={startOf(view, undefined, undefined)}
        back={base}
      />
    </>
  );
}

/** Mending what was filed, or changing what is confirmed: which of them it is follows from its state. */
export function MendMeeting({
  view,
  meeting,
  tenant,
  chosen,
}: {
  view: MeetingFormView;
  meeting: MeetingPageView;
  tenant: string;
  /** A free time to begin the boxes with. */
  chosen: ReturnType<typeof boxesOfSlot>;
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
        start={{ ...meeting, ...chosen }}
        back={back}
        scoped={scopedOf(meeting.series, mode)}
      />
    </>
  );
}
