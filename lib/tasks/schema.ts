import { z } from "zod";
import { dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { Upload } from "@/lib/platform/forms/upload";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const optionalId = z
  .union([id, z.literal("")], { error: "invalid" })
  .optional()
  .transform((value) => value || null);
const revision = z.coerce.number({ error: "invalid" }).int().positive();
const title = z
  .string({ error: "titleMissing" })
  .trim()
  .min(5, { error: "titleMissing" })
  .max(200, { error: "tooLong" });
const reason = z
  .string({ error: "reasonMissing" })
  .trim()
  .min(5, { error: "reasonMissing" })
  .max(2000, { error: "tooLong" });
const description = z.string().trim().max(10_000, { error: "tooLong" }).optional().default("");

function readDay(typed: string, context: z.RefinementCtx): string {
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

export const createTaskSchema = z.object({
  dutyId: id,
  title,
  description,
  dueOn: optionalDay,
  bodyId: optionalId,
  hostPostId: optionalId,
  subjectKey: z
    .string()
    .optional()
    .transform((value) => value || null),
});

export const describeTaskSchema = z.object({ taskId: id, revision, title, description, dueOn: optionalDay });

export const askContributionSchema = z.object({
  taskId: id,
  officeId: id,
  request: z
    .string({ error: "requestMissing" })
    .trim()
    .min(5, { error: "requestMissing" })
    .max(5000, { error: "tooLong" }),
  dueOn: day,
});

export const answerRequestSchema = z.object({ taskId: id });

export const declineContributionSchema = z.object({ taskId: id, reason });

export const giveContributionSchema = z.object({
  taskId: id,
  contribution: z
    .string({ error: "contributionMissing" })
    .trim()
    .min(2, { error: "contributionMissing" })
    .max(20_000, { error: "tooLong" }),
  files: z
    .array(z.instanceof(Upload, { error: "invalid" }))
    .max(20, { error: "invalid" })
    .default([]),
  /** Files of one's own part that are taken back. */
  removedFiles: z.array(id).max(200, { error: "invalid" }).default([]),
});

export const takeOverSchema = z.object({ taskId: id, officeId: id });

export const closeTaskSchema = z.object({
  taskId: id,
  revision,
  result: z
    .string({ error: "resultMissing" })
    .trim()
    .min(5, { error: "resultMissing" })
    .max(10_000, { error: "tooLong" }),
});

export const offerHandoverSchema = z.object({
  taskId: id,
  word: z
    .string({ error: "wordMissing" })
    .trim()
    .min(5, { error: "wordMissing" })
    .max(2000, { error: "tooLong" }),
});

export const keepTaskSchema = z.object({ taskId: id, reason });

export const answerHandoverSchema = z.object({ taskId: id });

export const declineHandoverSchema = z.object({ taskId: id, reason });
