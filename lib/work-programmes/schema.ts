import { z } from "zod";
import { type Day, dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { parseDue, parseProgrammePeriod } from "./periods";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const optionalId = z
  .union([id, z.literal("")], { error: "invalid" })
  .optional()
  .transform((value) => value || null);
const revision = z.coerce.number({ error: "invalid" }).int().positive();
const text = (longest: number) => z.string().trim().max(longest, { error: "tooLong" }).optional().default("");
const optionalText = (longest: number) => text(longest).transform((value) => value || null);

function readDay(typed: string, context: z.RefinementCtx): Day {
  const day = parseTypedDay(typed, dayAt(new Date()));
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "dayUnknown" });
  return z.NEVER;
}
const optionalDay = z
  .string()
  .optional()
  .transform((typed, context) => (typed && typed.trim() !== "" ? readDay(typed, context) : null));

/** All three of a paper that decides, or none. */
type Paper = { number: string | null; on: Day | null; by: string | null };

function wholePaper(
  paper: Paper,
  names: { number: string; on: string; by: string },
  context: z.RefinementCtx,
): { number: string; on: Day; by: string } | null {
  const { number, on, by } = paper;
  if (number === null && on === null && by === null) return null;
  if (number !== null && on !== null && by !== null && on <= dayAt(new Date())) return { number, on, by };
  const issue = (message: string, name: string) =>
    context.addIssue({ code: "custom", message, path: [name] });
  if (number === null) issue("numberMissing", names.number);
  if (on === null) issue("dayMissing", names.on);
  else if (on > dayAt(new Date())) issue("dayToCome", names.on);
  if (by === null) issue("deciderMissing", names.by);
  return z.NEVER;
}

const decision = {
  decisionNumber: optionalText(100),
  decidedOn: optionalDay,
  decidedBy: optionalText(200),
};

type DecisionInput = { decisionNumber: string | null; decidedOn: Day | null; decidedBy: string | null };

const decisionOf = (typed: DecisionInput, context: z.RefinementCtx) =>
  wholePaper(
    { number: typed.decisionNumber, on: typed.decidedOn, by: typed.decidedBy },
    { number: "decisionNumber", on: "decidedOn", by: "decidedBy" },
    context,
  );

export const draftProgrammeSchema = z.object({
  bodyId: id,
  period: z
    .string({ error: "periodMissing" })
    .trim()
    .min(1, { error: "periodMissing" })
    .transform((typed, context) => {
      const period = parseProgrammePeriod(typed);
      if (period) return period;
      context.addIssue({ code: "custom", message: "periodUnknown" });
      return z.NEVER;
    }),
});

export const carryDownSchema = z.object({ programmeId: id });

const content = {
  title: z
    .string({ error: "matterMissing" })
    .trim()
    .min(5, { error: "matterMissing" })
    .max(500, { error: "tooLong" }),
  due: z
    .string({ error: "dueMissing" })
    .trim()
    .min(1, { error: "dueMissing" })
    .transform((typed, context) => {
      const due = parseDue(typed, dayAt(new Date()));
      if (due) return due;
      context.addIssue({ code: "custom", message: "dueUnknown" });
      return z.NEVER;
    }),
  dutyId: optionalId,
  subjectKey: optionalText(100),
  others: text(500),
  submittedBodyId: optionalId,
  leaderPostId: optionalId,
  meetingId: optionalId,
  note: text(1000),
  approvalNumber: optionalText(100),
  approvedOn: optionalDay,
  approvedBy: optionalText(200),
  ...decision,
  /** What overlaps was shown, and it is written down all the same. */
  despite: z
    .string()
    .optional()
    .transform((value) => value === "yes"),
};

type Papers = DecisionInput & {
  approvalNumber: string | null;
  approvedOn: Day | null;
  approvedBy: string | null;
};

function withPapers<Typed extends Papers>(typed: Typed, context: z.RefinementCtx) {
  const { approvalNumber, approvedOn, approvedBy, decisionNumber, decidedOn, decidedBy, ...rest } = typed;
  return {
    ...rest,
    decision: decisionOf({ decisionNumber, decidedOn, decidedBy }, context),
    approval: wholePaper(
      { number: approvalNumber, on: approvedOn, by: approvedBy },
      { number: "approvalNumber", on: "approvedOn", by: "approvedBy" },
      context,
    ),
  };
}

export const addItemSchema = z.object({ programmeId: id, ...content }).transform(withPapers);
export const editItemSchema = z.object({ itemId: id, revision, ...content }).transform(withPapers);
export const removeItemSchema = z.object({ itemId: id, revision });
export const stopItemSchema = z
  .object({ itemId: id, revision, ...decision })
  .transform(({ decisionNumber, decidedOn, decidedBy, ...rest }, context) => ({
    ...rest,
    decision: decisionOf({ decisionNumber, decidedOn, decidedBy }, context),
  }));

export const issueProgrammeSchema = z.object({
  programmeId: id,
  revision,
  paperNumber: optionalText(100),
});

export const discardProgrammeSchema = z.object({ programmeId: id, revision });

export const settleOverlapSchema = z.object({
  itemId: id,
  otherItemId: optionalId,
  basis: z.string({ error: "invalid" }).trim().min(1, { error: "invalid" }).max(500, { error: "invalid" }),
  reason: z
    .string({ error: "reasonMissing" })
    .trim()
    .min(5, { error: "reasonMissing" })
    .max(500, { error: "tooLong" }),
});

/** An item's content as commands take it. */
export type ItemInput = Omit<z.output<typeof addItemSchema>, "programmeId">;
export type Decision = NonNullable<ItemInput["decision"]>;
