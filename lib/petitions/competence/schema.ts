import { z } from "zod";
import { dayAt, parseTypedDay } from "@/lib/platform/dates/days";

/** Messages are keys under `fields` in the message files. */
const day = (typed: string, context: z.RefinementCtx) => {
  const read = parseTypedDay(typed, dayAt(new Date()));
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "dayUnknown" });
  return z.NEVER;
};
const needed = (missing: string, longest: number) =>
  z.string({ error: missing }).trim().min(5, { error: missing }).max(longest, { error: "tooLong" });

/** Without a subject a new one is added, under the words that are typed. `rows`: how many the page knew of. */
export const keepCompetenceSchema = z
  .object({
    subjectKey: z
      .string()
      .trim()
      .regex(/^[a-z0-9-]{0,60}$/, { error: "invalid" })
      .default(""),
    label: z.string().trim().max(300, { error: "tooLong" }).default(""),
    officeId: z.uuid({ error: "officeMissing" }),
    basis: needed("basisMissing", 500),
    validFrom: z
      .string({ error: "dayMissing" })
      .trim()
      .min(1, { error: "dayMissing" })
      .transform((typed, context) => day(typed, context)),
    rows: z.coerce.number({ error: "invalid" }).int().min(0),
  })
  .refine(({ subjectKey, label }) => subjectKey !== "" || label.length >= 5, {
    path: ["label"],
    error: "subjectNameMissing",
  });

/** The last day it holds on; empty for one that has not begun, which is taken back. */
export const endCompetenceSchema = z.object({
  rowId: z.uuid({ error: "invalid" }),
  lastDay: z
    .string()
    .trim()
    .default("")
    .transform((typed, context) => (typed === "" ? null : day(typed, context))),
});
