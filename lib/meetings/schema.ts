import { z } from "zod";
import { type Day, dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { isTooLong, parseSlot } from "@/lib/platform/dates/slots";
import { instantOf, mondayOf, parseTypedTime, type Time } from "@/lib/platform/dates/times";
import { mostOccurrences } from "./series";
import { repeats } from "./types";
import { readKindChoice } from "./variants";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const optionalId = z
  .union([id, z.literal("")], { error: "invalid" })
  .optional()
  .transform((value) => value || null);
const ids = z.array(id).max(60, { error: "tooLong" }).optional().default([]);
/** One meeting, or it and those of its series that come after it, as the form was shown them. */
const scope = {
  scope: z.enum(["one", "following"], { error: "invalid" }).optional().default("one"),
  following: z.string().max(20, { error: "invalid" }).optional().default(""),
};
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
/** Undefined where the form does not ask: what is there stays. */
const optionalCount = z
  .union([
    z.literal("").transform(() => null),
    z.coerce.number({ error: "invalid" }).int().min(0).max(1_000_000),
  ])
  .optional();

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

function readSpan(typed: When, context: z.RefinementCtx): { startsAt: Date; endsAt: Date } {
  if (typed.slot) return parseSlot(typed.slot) ?? issue(context, "invalid", "slot");
  if (!typed.day) return issue(context, "dayMissing", "day");
  if (!typed.from) return issue(context, "timeMissing", "from");
  if (!typed.until) return issue(context, "timeMissing", "until");
  const startsAt = instantOf(typed.day, typed.from);
  const endsAt = instantOf(typed.untilDay ?? typed.day, typed.until);
  if (endsAt <= startsAt) return issue(context, "endsBeforeItStarts", "until");
  if (isTooLong(startsAt, endsAt)) return issue(context, "tooLongATime", "untilDay");
  return { startsAt, endsAt };
}

const title = z
  .string({ error: "matterMissing" })
  .trim()
  .min(5, { error: "matterMissing" })
  .max(300, { error: "tooLong" });

/** What a meeting says besides its time and what governs it. */
const content = {
  title,
  /** A session of the council names what it is called for as well: `council-session:thematic`. */
  kindKey: z.string({ error: "kindMissing" }).min(1, { error: "kindMissing" }).max(80, { error: "invalid" }),
  roomId: optionalId,
  placeText: optionalText(200),
  chairPostId: optionalId,
  chairText: optionalText(200),
  leaderPostIds: ids,
  optionalPostIds: ids,
  participants: text(1000),
  preparing: text(200),
  serving: text(200),
  mode: z.enum(["in-person", "online", "mixed"], { error: "invalid" }).optional().default("in-person"),
  visibility: z.enum(["common", "restricted"], { error: "invalid" }).optional().default("common"),
  note: text(2000),
  bodyIds: ids,
  kitIds: ids,
  points: optionalCount,
  delegates: optionalCount,
};

const overrideReason = optionalText(500);

/** The same with the kind and what a session is called for apart. */
function withKind<T extends { kindKey: string }>(typed: T) {
  return { ...typed, ...readKindChoice(typed.kindKey) };
}

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

/** What a meeting is filed under. */
const governed = {
  /** Empty: no agreement governs it. `by-kind`: the duty its kind usually falls under. */
  dutyId: z
    .union([id, z.literal(""), z.literal("by-kind")], { error: "invalid" })
    .optional()
    .transform((value) => value || null),
  bodyId: optionalId,
  hostPostId: optionalId,
  subjectKey: optionalText(100),
  holdUntil: optionalDay,
};

export const fileMeetingSchema = z
  .object({ ...content, ...when, ...governed, code: optionalText(60), overrideReason })
  .transform((typed, context) => ({ ...withKind(withSpan(typed)), ...readSpan(typed, context) }));

/** What the form of a meeting asks while it is typed. */
export const askedTimeSchema = z
  .object({
    ...when,
    meetingId: optionalId,
    kindKey: z.string().max(80, { error: "invalid" }).optional().default(""),
    chairPostId: optionalId,
    leaderPostIds: ids,
    roomId: optionalId,
    kitIds: ids,
  })
  .transform((typed, context) => ({
    ...withSpan(typed),
    kindKey: readKindChoice(typed.kindKey).kindKey,
    ...readSpan(typed, context),
  }));

export type AskedTime = z.output<typeof askedTimeSchema>;

/** Several days, as people type them one after another: `2/9, 30/4/2027`. */
const days = z
  .string()
  .max(1000, { error: "tooLong" })
  .optional()
  .default("")
  .transform((typed, context) =>
    typed
      .split(/[,;\s]+/)
      .filter((part) => part !== "")
      .map((part) => readDay(part, context)),
  );

const wholeNumber = (most: number, missing: string) =>
  z.coerce
    .number({ error: missing })
    .int({ error: missing })
    .min(1, { error: missing })
    .max(most, { error: missing });

/** What becomes of one clashing day of a series, as it was typed. */
const move = z.object({
  /** The day of the series that is answered for. */
  of: z.iso.date({ error: "invalid" }),
  /** A free time that was offered, `own`, or `skip`. */
  to: z.string().max(60, { error: "invalid" }).optional().default(""),
  day: z.string().max(20, { error: "dayUnknown" }).optional().default(""),
  from: z.string().max(20, { error: "timeUnknown" }).optional().default(""),
  until: z.string().max(20, { error: "timeUnknown" }).optional().default(""),
});

/** A meeting that repeats, and what the clerk answered to the list of clashing days, if there was one. */
export const fileSeriesSchema = z
  .object({
    ...content,
    ...when,
    ...governed,
    overrideReason,
    repeat: z.enum(repeats, { error: "repeatMissing" }),
    every: wholeNumber(12, "everyUnknown").optional().default(1),
    lastDay: optionalDay,
    times: z
      .union([z.literal("").transform(() => null), wholeNumber(mostOccurrences, "timesUnknown")], {
        error: "timesUnknown",
      })
      .optional()
      .transform((value) => value ?? null),
    except: days,
    /** File the rest, or move those; empty while nothing was asked. */
    answer: z.enum(["rest", "move", ""], { error: "invalid" }).optional().default(""),
    /** The clashing days that were listed. */
    seen: z
      .array(z.iso.date({ error: "invalid" }))
      .max(mostOccurrences, { error: "invalid" })
      .optional()
      .default([]),
    moves: z.array(move).max(mostOccurrences, { error: "invalid" }).optional().default([]),
  })
  .transform((typed, context) => {
    if (typed.lastDay === null && typed.times === null) return issue(context, "seriesEndMissing", "lastDay");
    return { ...withKind(withSpan(typed)), ...readSpan(typed, context) };
  });

export const editMeetingSchema = z
  .object({ ...content, ...when, ...scope, meetingId: id, revision, holdUntil: optionalDay, overrideReason })
  .transform((typed, context) => ({ ...withKind(withSpan(typed)), ...readSpan(typed, context) }));

export const changeMeetingSchema = z
  .object({
    ...content,
    ...when,
    ...scope,
    meetingId: id,
    revision,
    reason,
    overrideReason,
    displaceReason: optionalText(500),
  })
  .transform((typed, context) => ({ ...withKind(withSpan(typed)), ...readSpan(typed, context) }));

export const approveMeetingSchema = z.object({ meetingId: id, revision, ...scope });

export const giveBackMeetingSchema = z.object({ meetingId: id, revision, reason });

export const confirmMeetingSchema = z.object({
  meetingId: id,
  revision,
  ...scope,
  overrideReason,
  displaceReason: optionalText(500),
});

export const endMeetingSchema = z.object({ meetingId: id, revision, reason, ...scope });

/** Empty takes a wrong number away. */
export const numberMeetingSchema = z.object({ meetingId: id, revision, noticeNumber: optionalText(60) });

export const undoMeetingSchema = z.object({ actId: id });

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

export const fileRowsSchema = z.object({
  /** Rows as they come out of Word or Excel, the head first. */
  rows: z
    .string({ error: "rowsMissing" })
    .trim()
    .min(1, { error: "rowsMissing" })
    .max(200_000, { error: "tooLong" }),
  /** The mark of the rows that were shown: only those are filed. */
  seen: z.string().max(64, { error: "invalid" }).optional().default(""),
  overrideReason,
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
