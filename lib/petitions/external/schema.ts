import { z } from "zod";
import { dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { backGrounds, bodyAnswers, externalBodyKinds, linkDays } from "./types";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const text = (longest: number) => z.string().trim().max(longest, { error: "tooLong" }).optional().default("");
const optionalId = z
  .union([id, z.literal("")])
  .optional()
  .transform((value) => (value ? value : null));

export const keepExternalBodySchema = z.object({
  bodyId: optionalId,
  revision: z.coerce.number({ error: "invalid" }).int().min(0).default(0),
  kind: z.enum(externalBodyKinds, { error: "bodyKindMissing" }),
  name: z
    .string({ error: "nameMissing" })
    .trim()
    .min(3, { error: "nameMissing" })
    .max(200, { error: "tooLong" }),
  parentId: optionalId,
  address: text(300),
  phone: text(30),
  email: z
    .union([z.email({ error: "emailUnknown" }).max(120, { error: "tooLong" }), z.literal("")])
    .optional()
    .transform((value) => value ?? ""),
  active: z
    .enum(["yes", "no"], { error: "invalid" })
    .default("yes")
    .transform((value) => value === "yes"),
});

export const issueForwardLinkSchema = z.object({
  petitionId: id,
  forwardId: id,
  /** How many the page knew of, so that of two who press at once one is told. */
  links: z.coerce.number({ error: "invalid" }).int().min(0),
  days: z.coerce
    .number({ error: "chooseOne" })
    .refine((days) => (linkDays as readonly number[]).includes(days), { error: "chooseOne" })
    .default(90),
});

export const revokeForwardLinkSchema = z.object({ petitionId: id, linkId: id });

/** A number of a document is one word with a figure in it. */
const number = text(60).refine((value) => value === "" || (/^\S+$/.test(value) && /\d/.test(value)), {
  error: "numberWithFigure",
});

/** What a body outside answers, by its link or written down for it. */
const answer = {
  answer: z.enum(bodyAnswers, { error: "forwardAnswerMissing" }),
  ground: z
    .union([z.enum(backGrounds), z.literal("")], { error: "invalid" })
    .optional()
    .transform((value) => (value ? value : null)),
  words: text(1_000),
  documentNumber: number,
  resultOn: text(10),
};

type Answer = { answer: string; ground: string | null; documentNumber: string; resultOn: string };

function checkAnswer(
  { answer: given, ground, documentNumber, resultOn }: Answer,
  context: z.RefinementCtx,
): void {
  const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (given === "sent-back" && ground === null) say("ground", "backGroundMissing");
  if (given !== "answered") return;
  const today = dayAt(new Date());
  const day = parseTypedDay(resultOn, today);
  if (documentNumber === "") say("documentNumber", "documentMissing");
  if (day === null) say("resultOn", resultOn === "" ? "dayMissing" : "dayUnknown");
  else if (day > today) say("resultOn", "dayToCome");
}

export const linkAnswerSchema = z.object(answer).superRefine(checkAnswer);
export const enterAnswerSchema = z
  .object({ petitionId: id, forwardId: id, ...answer })
  .superRefine(checkAnswer);
