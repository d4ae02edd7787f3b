import { z } from "zod";
import { type Day, dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { instantOf, mondayOf, parseTypedTime, type Time } from "@/lib/platform/dates/times";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const optionalId = z
  .union([id, z.literal("")], { error: "invalid" })
  .optional()
  .transform((value) => value || null);
const ids = z.array(id).max(60, { error: "tooLong" }).optional().default([]);
const revision = z.coerce.number({ error: "invalid" }).int().positive();
const text = (longest: number) => z.string().trim().max(longest, { error: "tooLong" }).optional().default("");
const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: "tooLong" })
    .optional()
    .transform((value) => value || null);
const reason = z
  .string({ error: "reasonMissing" })
  .trim()
  .min(5, { error: "reasonMissing" })
  .max(500, { error: "tooLong" });
const optionalCount = z
  .union([
    z.literal("").transform(() => null),
    z.coerce.number({ error: "invalid" }).int().min(0).max(1_000_000),
  ])
  .optional()
  .transform((value) => value ?? null);

function issue(context: z.RefinementCtx, message: string, path: string): typeof z.NEVER {
  context.addIssue({ code: "custom", message, path: [path] });
  return z.NEVER;
}

function readDay(typed: string, context: z.RefinementCtx): Day {
  const day = parseTypedDay(typed, dayAt(new Date()));
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "dayUnknown" });
  return z.NEVER;
}

function readTime(typed: string, context: z.RefinementCtx): Time {
  const time = parseTypedTime(typed);
  if (time !== null) return time;
  context.addIssue({ code: "custom", message: "timeUnknown" });
  return z.NEVER;
}

const day = z.string({ error: "dayMissing" }).trim().min(1, { error: "dayMissing" }).transform(readDay);
const time = z.string({ error: "timeMissing" }).trim().min(1, { error: "timeMissing" }).transform(readTime);
const optionalDay = z
  .string()
  .optional()
  .transform((typed, context) => (typed && typed.trim() !== "" ? readDay(typed, context) : null));

/** When: a day, from, until; `untilDay` for what goes over several days; or one of the offered free times. */
const when = {
  day: day.optional(),
  from: time.optional(),
  until: time.optional(),
  untilDay: optionalDay,
  /** A free time that was offered and chosen, as two instants. */
  slot: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z\/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/, { error: "invalid" })
    .or(z.literal(""))
    .optional(),
};

type When = {
  day?: Day | undefined;
  from?: Time | undefined;
  until?: Time | undefined;
  untilDay?: Day | null;
  slot?: string | undefined;
};

const longestMs = 31 * 86_400_000;

function readSpan(typed: When, context: z.RefinementCtx): { startsAt: Date; endsAt: Date } {
  if (typed.slot) {
    const [from = "", until = ""] = typed.slot.split("/");
    const span = { startsAt: new Date(from), endsAt: new Date(until) };
    const length = span.endsAt.getTime() - span.startsAt.getTime();
    // Also false for an instant that is none.
    return length > 0 && length <= longestMs ? span : issue(context, "invalid", "slot");
  }
  if (!typed.day) return issue(context, "dayMissing", "day");
  if (!typed.from) return issue(context, "timeMissing", "from");
  if (!typed.until) return issue(context, "timeMissing", "until");
  const startsAt = instantOf(typed.day, typed.from);
  const endsAt = instantOf(typed.untilDay ?? typed.day, typed.until);
  if (endsAt <= startsAt) return issue(context, "endsBeforeItStarts", "until");
  if (endsAt.getTime() - startsAt.getTime() > longestMs) return issue(context, "tooLongATime", "untilDay");
  return { startsAt, endsAt };
}

const title = z
  .string({ error: "titleMissing" })
  .trim()
  .min(5, { error: "titleMissing" })
  .max(300, { error: "tooLong" });

/** What a meeting says besides its time and what governs it. */
const content = {
  title,
  kindKey: z.string({ error: "kindMissing" }).min(1, { error: "kindMissing" }).max(60, { error: "invalid" }),
  variant: z
    .enum(["regular", "thematic", "irregular", ""], { error: "invalid" })
    .optional()
    .transform((value) => value || null),
  roomId: optionalId,
  placeText: optionalText(200),
  chairPostId: optionalId,
  chairText: optionalText(200),
  leaderPostIds: ids,
  optionalPostIds: ids,
  participants: text(1000),
  preparing: text(200),
  mode: z.enum(["in-person", "online", "mixed"], { error: "invalid" }).optional().default("in-person"),
  visibility: z.enum(["common", "restricted"], { error: "invalid" }).optional().default("common"),
  note: text(2000),
  bodyIds: ids,
  points: optionalCount,
  delegates: optionalCount,
};

const overrideReason = optionalText(500);

function withSpan<T extends When>({
  day: _day,
  from: _from,
  until: _until,
  untilDay: _last,
  slot: _slot,
  ...rest
}: T) {
  return rest;
}

export const fileMeetingSchema = z
  .object({
    ...content,
    ...when,
    code: optionalText(60),
    /** Empty: no agreement governs it. `by-kind`: the duty its kind usually falls under. */
    dutyId: z
      .union([id, z.literal(""), z.literal("by-kind")], { error: "invalid" })
      .optional()
      .transform((value) => value || null),
    bodyId: optionalId,
    hostPostId: optionalId,
    subjectKey: optionalText(100),
    holdUntil: optionalDay,
    overrideReason,
  })
  .transform((typed, context) => ({ ...withSpan(typed), ...readSpan(typed, context) }));

export const editMeetingSchema = z
  .object({ ...content, ...when, meetingId: id, revision, holdUntil: optionalDay, overrideReason })
  .transform((typed, context) => ({ ...withSpan(typed), ...readSpan(typed, context) }));

export const changeMeetingSchema = z
  .object({
    ...content,
    ...when,
    meetingId: id,
    revision,
    reason,
    overrideReason,
    displaceReason: optionalText(500),
  })
  .transform((typed, context) => ({ ...withSpan(typed), ...readSpan(typed, context) }));

export const approveMeetingSchema = z.object({ meetingId: id, revision });

export const giveBackMeetingSchema = z.object({ meetingId: id, revision, reason });

export const confirmMeetingSchema = z.object({
  meetingId: id,
  revision,
  overrideReason,
  displaceReason: optionalText(500),
});

export const endMeetingSchema = z.object({ meetingId: id, revision, reason });

export const resettleMeetingSchema = z
  .object({ ...when, meetingId: id, revision, overrideReason })
  .transform((typed, context) => ({ ...withSpan(typed), ...readSpan(typed, context) }));

const monday = z
  .string({ error: "invalid" })
  // All in one question: a check after a failed one is still asked.
  .refine(
    (typed) =>
      /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) && mondayOf(typed) === typed,
    { error: "invalid" },
  );

export const publishSheetSchema = z.object({
  monday,
  /** How many versions there were when the page was made. */
  after: z.coerce.number({ error: "invalid" }).int().min(0),
});

export const copyMeetingsSchema = z.object({
  monday,
  meetingIds: z.array(id, { error: "nothingChosen" }).min(1, { error: "nothingChosen" }).max(200),
});

export const receiveNoticeSchema = z.object({ noticeId: id });

/** Of one leader or one room; of everything the office may read without. */
export const createFeedSchema = z.object({ resourceId: optionalId });

export const revokeFeedSchema = z.object({ feedId: id });

export const answerMeetingSchema = z
  .object({
    meetingId: id,
    revision,
    /** For whom: a leader by the person's id, or the acting office. */
    whom: z.union([z.literal("office"), z.string().regex(/^leader:[0-9a-f-]{36}$/)], { error: "invalid" }),
    answer: z.enum(["attends", "absent", "substitute"], { error: "answerMissing" }),
    substitute: optionalText(200),
    note: text(500),
  })
  .transform((typed, context) => {
    if (typed.answer !== "substitute") return { ...typed, substitute: null };
    return typed.substitute ? typed : issue(context, "substituteMissing", "substitute");
  });

const count = z.coerce
  .number({ error: "invalid" })
  .int({ error: "invalid" })
  .min(0, { error: "invalid" })
  .max(5_000, { error: "invalid" });

export const recordPresenceSchema = z
  .object({
    meetingId: id,
    bodyId: id,
    /** By post; who is not named was not there. */
    members: z.preprocess(
      (value) => (typeof value === "object" && value !== null ? value : {}),
      z.record(z.uuid(), z.enum(["present", "excused", "absent"], { error: "invalid" })),
    ),
    /** Members without a post in the portal. */
    otherMembers: count.optional().default(0),
    otherPresent: count.optional().default(0),
  })
  .refine(({ otherMembers, otherPresent }) => otherPresent <= otherMembers, {
    error: "moreThanThereAre",
    path: ["otherPresent"],
  });
