import "server-only";
import { nameOfPaper } from "@/lib/agreements/queries/quote-clause";
import { loadHolders } from "@/lib/offices/queries/load-holders";
import { loadRecentRefusal } from "@/lib/platform/audit/load-recent-refusal";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import { timeAt } from "@/lib/platform/dates/times";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type MeetingSubject, partInMeeting } from "../policy";
import { officesOfLeaders } from "../store";
import type {
  ClashAdvice,
  DisplacementView,
  MeetingContent,
  MeetingDuty,
  MeetingLeaderView,
  MeetingPageView,
  StoredMeetingState,
} from "../types";
import { mayOnMeeting, notAllowedOnMeeting } from "./judge-acts";
import { loadAdvice, loadChoices } from "./load-advice";
import { loadAttendance } from "./load-attendance";
import { type LoadedMeeting, loadMeeting } from "./load-meeting";
import { loadOwnWishes } from "./load-own-wish";
import { loadSeries } from "./load-series";
import { loadUndo } from "./load-undo";

const partOrder: Record<MeetingLeaderView["part"], number> = { chair: 0, required: 1, optional: 2 };

function contentOf(meeting: LoadedMeeting): MeetingContent {
  const [day, last] = [dayAt(meeting.startsAt), dayAt(meeting.endsAt)];
  return {
    title: meeting.title,
    kindKey: meeting.kindKey,
    variant: meeting.variant as MeetingContent["variant"],
    day,
    from: timeAt(meeting.startsAt),
    until: timeAt(meeting.endsAt),
    untilDay: last === day ? null : last,
    roomId: meeting.roomId,
    placeText: meeting.placeText,
    chairPostId: meeting.chairPostId,
    chairText: meeting.chairText,
    leaders: meeting.leaders
      .map((leader) => ({
        postId: leader.postId,
        title: leader.post.title,
        name: leader.person.fullName,
        part: leader.part as MeetingLeaderView["part"],
      }))
      .sort((one, other) => partOrder[one.part] - partOrder[other.part]),
    kits: meeting.kits.map((kit) => kit.resource),
    bodies: meeting.bodies.map(({ bodyId, body }) => ({ id: bodyId, name: body.name })),
    participants: meeting.participants,
    preparing: meeting.preparing,
    serving: meeting.serving,
    mode: meeting.mode as MeetingContent["mode"],
    visibility: meeting.visibility as MeetingContent["visibility"],
    note: meeting.note,
    points: meeting.points,
    delegates: meeting.delegates,
    holdUntil: dayFromColumn(meeting.holdUntil),
  };
}

async function dutyOf(tx: TenantTx, tenantId: string, meeting: LoadedMeeting): Promise<MeetingDuty | null> {
  const { duty, version, versionId } = meeting;
  if (!duty || !version || !versionId) return null;
  return {
    article: duty.area.article.ordinal,
    clause: duty.clause,
    text: duty.text,
    shortText: duty.shortText,
    basis: duty.basis,
    agreementId: version.agreementId,
    paper: await nameOfPaper(tx, tenantId, versionId),
  };
}

async function whyOf(
  tx: TenantTx,
  tenantId: string,
  meeting: LoadedMeeting,
): Promise<MeetingPageView["why"]> {
  if (!meeting.duty) return null;
  const rule = meeting.duty.leadRule as NonNullable<MeetingPageView["why"]>["rule"];
  const host = meeting.hostPostId
    ? (await loadHolders(tx, tenantId, [meeting.hostPostId])).get(meeting.hostPostId)
    : null;
  const about = {
    fixed: null,
    "office-serving": meeting.body?.name ?? null,
    "host-of": meeting.hostPost?.title ?? null,
    "by-table": meeting.duty.leadRows.find((row) => row.subjectKey === meeting.subjectKey)?.label ?? null,
  };
  return { rule, about: about[rule], host: host?.name ?? null };
}

async function displacementOf(
  tx: TenantTx,
  tenantId: string,
  meeting: LoadedMeeting,
): Promise<DisplacementView | null> {
  const [open] = meeting.displacements;
  if (!open) return null;
  const by = await tx.meeting.findUnique({
    where: { tenantId_id: { tenantId, id: open.byMeetingId } },
    select: { title: true, leadOffice: { select: { code: true } } },
  });
  return {
    id: open.id,
    reason: open.reason,
    day: dayAt(open.startsAt),
    from: timeAt(open.startsAt),
    until: timeAt(open.endsAt),
    by: by ? { title: by.title, office: by.leadOffice.code } : null,
  };
}

/** What stands in the way of what is not confirmed yet, for those who have to do with it. */
async function adviceOf(
  tx: TenantTx,
  actor: Actor,
  meeting: LoadedMeeting,
  displaced: boolean,
  now: Date,
): Promise<ClashAdvice> {
  const waits = meeting.state === "filed" || meeting.state === "approved";
  const concerned = [meeting.leadOfficeId, meeting.filingOfficeId].includes(actor.officeId);
  if (!waits || !concerned) return { clashes: [], slots: [] };
  const [own] = await loadOwnWishes(tx, actor.tenantId, [meeting.id]);
  if (!own) return { clashes: [], slots: [] };
  const advice = await loadAdvice(tx, actor.tenantId, own.wish, now);
  // Who lost a place is promised three times, also where its own is free again.
  if (!displaced || advice.clashes.length > 0) return advice;
  const [slots = []] = await loadChoices(tx, actor.tenantId, [own.wish], now);
  return { ...advice, slots };
}

function subjectOf(meeting: LoadedMeeting, leaderOffices: readonly string[]): MeetingSubject {
  const named = (part: string) =>
    meeting.offices.filter((named) => named.part === part).map(({ office }) => office.id);
  return {
    state: meeting.state as StoredMeetingState,
    leadOfficeId: meeting.leadOfficeId,
    filingOfficeId: meeting.filingOfficeId,
    assistOfficeIds: named("assist"),
    informedOfficeIds: [...named("informed"), ...leaderOffices],
  };
}

/** One meeting with who leads and why, what it takes, what stands in its way, and what the acting person may do now. */
export const getMeetingPage: Query<{ meetingId: string }, MeetingPageView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { tenantId } = actor;
  const meeting = await loadMeeting(tx, tenantId, input.meetingId);
  if (!meeting) return null;
  const byLeaders = await officesOfLeaders(tx, tenantId, [meeting.id]);
  const subject = subjectOf(meeting, byLeaders.get(meeting.id) ?? []);
  const filedBy = meeting.filingAccountId
    ? await tx.person.findFirst({
        where: { tenantId, accountId: meeting.filingAccountId },
        select: { fullName: true },
      })
    : null;
  const content = contentOf(meeting);
  const chair = content.leaders.find((leader) => leader.part === "chair");
  const codes = new Map(
    [meeting.leadOffice, meeting.filingOffice, ...meeting.offices.map(({ office }) => office)].map(
      ({ id, code }) => [id, code],
    ),
  );
  const displacement = await displacementOf(tx, tenantId, meeting);
  const may = mayOnMeeting(actor, subject);
  return {
    ...content,
    meetingId: meeting.id,
    code: meeting.code,
    noticeNumber: meeting.noticeNumber,
    state: subject.state,
    revision: meeting.revision,
    kindName: meeting.kind.name,
    place: meeting.placeText ?? [meeting.room?.name, meeting.room?.site].filter(Boolean).join(", "),
    chair: meeting.chairText ?? (chair ? `${chair.title} ${chair.name}` : ""),
    lead: meeting.leadOffice,
    filing: meeting.filingOffice,
    assists: meeting.offices.filter(({ part }) => part === "assist").map(({ office }) => office),
    informed: meeting.offices.filter(({ part }) => part === "informed").map(({ office }) => office),
    duty: await dutyOf(tx, tenantId, meeting),
    why: await whyOf(tx, tenantId, meeting),
    part: partInMeeting(subject, actor.officeId),
    reason: meeting.reason,
    returnReason: meeting.returnReason,
    overrideReason: meeting.overrideReason,
    filedBy: filedBy?.fullName ?? null,
    createdAt: meeting.createdAt,
    today: dayAt(now),
    advice: await adviceOf(tx, actor, meeting, displacement !== null, now),
    holdsNothing: ["filed", "approved"].includes(meeting.state) && meeting._count.claims === 0,
    displacement,
    attendance: await loadAttendance(tx, actor, meeting, subject, now),
    series: meeting.seriesId ? await loadSeries(tx, tenantId, meeting.seriesId, meeting.id) : null,
    undo: await loadUndo(tx, actor, { meetingId: meeting.id }),
    may: { ...may, resettle: may.resettle && displacement !== null },
    notAllowed: await notAllowedOnMeeting(tx, actor, meeting.versionId, subject, (id) => codes.get(id)),
    refusedJustNow: await loadRecentRefusal(tx, actor, meeting.id),
  };
};
