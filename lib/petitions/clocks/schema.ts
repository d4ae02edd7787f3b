import { z } from "zod";
import { type Day, dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { milestoneKinds } from "./timeline";
import { clockUnits, complexityCriteria, dayKinds } from "./types";

/** Messages are keys under `fields` in the message files. */
function readDay(typed: string, context: z.RefinementCtx): Day {
  const day = parseTypedDay(typed, dayAt(new Date()));
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "dayUnknown" });
  return z.NEVER;
}

const day = z.string({ error: "dayMissing" }).trim().min(1, { error: "dayMissing" }).transform(readDay);
const optionalDay = z
  .string()
  .optional()
  .transform((typed, context) => (typed && typed.trim() !== "" ? readDay(typed, context) : null));
const said = (longest: number, missing: string) =>
  z.string({ error: missing }).trim().min(3, { error: missing }).max(longest, { error: "tooLong" });
const yesNo = z.enum(["yes", "no"], { error: "invalid" }).transform((value) => value === "yes");

/** What Saturdays and Sundays alone may be, and what they may not. */
const weekends = { "make-up": true, compensation: false, "swap-off": false, holiday: null } as const;

export const decideDaySchema = z
  .object({
    day,
    kind: z.enum(dayKinds, { error: "invalid" }),
    name: said(200, "nameMissing"),
    source: said(300, "sourceMissing"),
    decidedOn: optionalDay,
    active: yesNo,
  })
  .superRefine((input, context) => {
    const weekend = [0, 6].includes(new Date(`${input.day}T00:00:00Z`).getUTCDay());
    const asked = weekends[input.kind];
    if (asked !== null && asked !== weekend) {
      context.addIssue({ code: "custom", message: asked ? "weekendOnly" : "workdayOnly", path: ["kind"] });
    }
  });

export const reviseClockRuleSchema = z
  .object({
    key: z.string().regex(/^[a-z0-9.@-]{3,120}$/, { error: "invalid" }),
    /** The version that was seen. */
    version: z.coerce.number({ error: "invalid" }).int().positive(),
    /** A mistake in what is written, for everything still open; or a new law, for what begins from a day on. */
    mode: z.enum(["correct", "law"], { error: "invalid" }),
    from: optionalDay,
    days: z
      .union(
        [
          z.literal("").transform(() => null),
          z.coerce.number({ error: "numberUnknown" }).int().min(1).max(3650),
        ],
        {
          error: "numberUnknown",
        },
      )
      .optional()
      .transform((value) => value ?? null),
    unit: z.enum(clockUnits, { error: "invalid" }),
    movesOffDay: yesNo,
    basis: said(300, "basisMissing"),
    reason: z
      .string({ error: "reasonMissing" })
      .trim()
      .min(5, { error: "reasonMissing" })
      .max(500, { error: "tooLong" }),
  })
  .superRefine(({ mode, from }, context) => {
    if (mode === "law" && from === null) {
      context.addIssue({ code: "custom", message: "dayMissing", path: ["from"] });
    }
  });

export const chooseOffDaysSchema = z.object({
  movesOffDay: yesNo,
  /** The revision of the settings that was seen. */
  revision: z.coerce.number({ error: "invalid" }).int().positive(),
});

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Whatever was said of a letter; which of it counts follows from the kind. */
export const recordMilestoneSchema = z
  .object({
    petitionId: z.uuid({ error: "invalid" }),
    revision: z.coerce.number({ error: "invalid" }).int().positive(),
    kind: z.enum(milestoneKinds, { error: "milestoneMissing" }),
    on: day,
    days: z
      .union(
        [
          z.literal("").transform(() => null),
          z.coerce.number({ error: "numberUnknown" }).int().min(1).max(30),
        ],
        {
          error: "numberUnknown",
        },
      )
      .optional()
      .transform((value) => value ?? null),
    level: z.enum(["1", "2"], { error: "invalid" }).optional(),
    remote: ticked,
    discipline: ticked,
    dismissal: ticked,
    severalPlaces: ticked,
    criteria: z
      .array(z.enum(complexityCriteria, { error: "invalid" }))
      .max(7)
      .optional()
      .default([]),
    document: z.string().trim().max(200, { error: "tooLong" }).optional().default(""),
    note: z.string().trim().max(500, { error: "tooLong" }).optional().default(""),
  })
  .transform(({ level, remote, discipline, dismissal, severalPlaces, criteria, ...rest }) => ({
    ...rest,
    facts: {
      level: level === "2" ? (2 as const) : (1 as const),
      remote,
      discipline,
      dismissal,
      severalPlaces,
      criteria: [...new Set(criteria)],
    },
  }))
  .superRefine(({ kind, document }, context) => {
    // What stops or lengthens a limit is a written decision.
    if (["extended", "suspended", "resumed"].includes(kind) && document === "") {
      context.addIssue({ code: "custom", message: "documentMissing", path: ["document"] });
    }
  });
