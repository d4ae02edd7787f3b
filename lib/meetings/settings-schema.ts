import { z } from "zod";
import { parseTypedTime } from "@/lib/platform/dates/times";
import { sheetColumns, sheetLayouts } from "./layouts";

/** Messages are keys under `fields` in the message files. */
const name = z
  .string({ error: "shortNameMissing" })
  .trim()
  .min(2, { error: "shortNameMissing" })
  .max(120, { error: "tooLong" });
const count = (least: number, most: number) =>
  z.coerce
    .number({ error: "countUnknown" })
    .int({ error: "countUnknown" })
    .min(least, { error: "numberOutside" })
    .max(most, { error: "numberOutside" });
const optionalId = z
  .union([z.uuid({ error: "invalid" }), z.literal("")], { error: "invalid" })
  .optional()
  .transform((value) => value || null);
const optionalText = z
  .string()
  .trim()
  .max(120, { error: "tooLong" })
  .optional()
  .transform((value) => value || null);

/** Minutes since midnight of a time as people type it. */
const minutes = z.string({ error: "timeMissing" }).transform((typed, context) => {
  const time = parseTypedTime(typed);
  if (time !== null) return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  context.addIssue({ code: "custom", message: typed.trim() ? "timeUnknown" : "timeMissing" });
  return z.NEVER;
});

export const setCalendarRulesSchema = z
  .object({
    exchangeWeekday: count(1, 7),
    morningFrom: minutes,
    morningUntil: minutes,
    afternoonFrom: minutes,
    afternoonUntil: minutes,
    holdDays: count(1, 366),
    travelMinutes: count(0, 480),
    layout: z.enum(["full", "thanh-hoa", "hau-giang", "own"], { error: "invalid" }),
    columns: z
      .array(z.enum(sheetColumns, { error: "invalid" }))
      .optional()
      .default([]),
  })
  .transform(({ layout, columns, ...rules }, context) => {
    const hours = [
      ["morningUntil", rules.morningFrom < rules.morningUntil],
      ["afternoonFrom", rules.morningUntil <= rules.afternoonFrom],
      ["afternoonUntil", rules.afternoonFrom < rules.afternoonUntil],
    ] as const;
    for (const [path, ok] of hours) {
      if (!ok) context.addIssue({ code: "custom", message: "endsBeforeItStarts", path: [path] });
    }
    const chosen = sheetColumns.filter((column) => columns.includes(column));
    if (layout === "own" && !(chosen.includes("day") && chosen.includes("content"))) {
      context.addIssue({ code: "custom", message: "columnsMissing", path: ["columns"] });
    }
    return { ...rules, sheetColumns: layout === "own" ? chosen : [...sheetLayouts[layout]] };
  });

const rank = count(1, 99);
const kindKey = z
  .string({ error: "kindMissing" })
  .min(1, { error: "kindMissing" })
  .max(60, { error: "invalid" });
const dutyKey = optionalText;

export const addKindSchema = z.object({ name, rank, dutyKey });
export const editKindSchema = z.object({ kindKey, name, rank, dutyKey });
export const removeKindSchema = z.object({ kindKey });

const place = {
  name,
  officeId: optionalId,
  site: optionalText,
  seats: z
    .union([z.literal("").transform(() => null), count(1, 100_000)], { error: "countUnknown" })
    .optional()
    .transform((value) => value ?? null),
  setupMinutes: z
    .union([z.literal("").transform(() => 0), count(0, 480)], { error: "countUnknown" })
    .optional()
    .default(0),
};

export const addPlaceSchema = z.object({ kind: z.enum(["room", "kit"], { error: "invalid" }), ...place });
export const editPlaceSchema = z.object({
  resourceId: z.uuid({ error: "invalid" }),
  ...place,
  /** One that is out of use is offered no more; what it was used for stays. */
  active: z
    .enum(["yes", "no"], { error: "invalid" })
    .optional()
    .default("yes")
    .transform((value) => value === "yes"),
});

const bodyKind = z.string({ error: "invalid" }).min(1, { error: "invalid" }).max(60, { error: "invalid" });

/** `*` is every kind. */
export const setQuorumRuleSchema = z
  .object({
    bodyKind,
    meetingKind: kindKey,
    numerator: count(1, 100),
    denominator: count(1, 100),
    reaches: z.enum(["yes", "no"], { error: "invalid" }).transform((value) => value === "yes"),
    basis: z
      .string({ error: "sourceMissing" })
      .trim()
      .min(5, { error: "sourceMissing" })
      .max(300, { error: "tooLong" }),
    verified: z
      .enum(["yes", "no"], { error: "invalid" })
      .optional()
      .default("no")
      .transform((value) => value === "yes"),
  })
  // More than all nobody can be.
  .refine(
    ({ numerator, denominator, reaches }) =>
      numerator < denominator || (reaches && numerator === denominator),
    {
      error: "shareTooGreat",
      path: ["numerator"],
    },
  );
export const removeQuorumRuleSchema = z.object({ bodyKind, meetingKind: kindKey });
