import { z } from "zod";
import { milestoneKinds } from "../clocks/timeline";
import { bodyAnswers } from "../external/types";
import { paperKinds } from "../paper/forms";
import { petitionChannels, petitionClasses, petitionKinds } from "../types";
import { conclusions } from "../way";

/** What a step is. What only serves the offices among themselves (looks, scans, links, parts) is none. */
export const stepKinds = [
  "intake",
  "classification",
  "correction",
  "conditions",
  "split",
  "joined",
  "joinUndone",
  "forwarding",
  "forwardAnswer",
  "outsideAnswer",
  "takenBack",
  "conclusion",
  "milestone",
  "paper",
  "resultTold",
  "caseTold",
  "reopened",
  "destroyed",
  "withdrawal",
] as const;
export type StepKind = (typeof stepKinds)[number];

const day = z.iso.date();
/** A number is one word that begins with a figure, so that it says nothing else. */
const documentNumber = z.string().regex(/^\d[\p{L}\p{N}/.-]{0,59}$/u);

/** What a step did, as far as it says so. */
const factsSchema = z.strictObject({
  class: z.enum(petitionClasses).optional(),
  /** Conditions that are not met. */
  unmet: z.int().min(0).optional(),
  parts: z.int().min(1).optional(),
  conclusion: z.enum(conclusions).optional(),
  milestone: z.enum(milestoneKinds).optional(),
  on: day.optional(),
  days: z.int().min(1).optional(),
  answer: z.enum(bodyAnswers).optional(),
  /** The office or the body outside a letter was given over to, or that answered. */
  to: z.string().optional(),
  paper: z.enum(paperKinds).optional(),
  document: documentNumber.optional(),
});
export type StepFacts = z.output<typeof factsSchema>;

/** Of a letter what tells it apart, and of who wrote it nothing: in no step, of no class. */
const letterSchema = z.strictObject({
  code: z.string(),
  kind: z.enum(petitionKinds),
  receivedOn: day,
  channel: z.enum(petitionChannels),
  body: z.string(),
  class: z.enum(petitionClasses).nullable(),
});

const stepSchema = z.strictObject({
  id: z.uuid(),
  /** Its number in the province's chain of events; grows, with gaps. */
  position: z.int().min(1),
  at: z.iso.datetime(),
  step: z.enum(stepKinds),
  facts: factsSchema,
  letter: letterSchema,
});
export type HandoverStep = z.output<typeof stepSchema>;

export const handoverFormat = "cong-phoi-hop/letter-steps/1";

/** The file of a hand-over. Documented field by field in README.md; another shape is another `format`. */
export const handoverFileSchema = z.strictObject({
  format: z.literal(handoverFormat),
  province: z.strictObject({ slug: z.string(), name: z.string() }),
  office: z.strictObject({ code: z.string(), name: z.string() }),
  number: z.int().min(1),
  madeAt: z.iso.datetime(),
  /** Steps with a position above `after`, up to `until`. */
  after: z.int().min(0),
  until: z.int().min(1),
  steps: z.array(stepSchema).min(1),
});
export type HandoverFile = z.output<typeof handoverFileSchema>;
