import { z } from "zod";
import { dayAt, parseTypedDay, plusDays } from "@/lib/platform/dates/days";
import { Upload } from "@/lib/platform/forms/upload";
import { delegationKinds } from "./delegations";
import { paperForms } from "./paper-form";
import { signingOrders } from "./turns";
import { silences } from "./types";
import { mostWorkingDays } from "./working-rules";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const revision = z.coerce.number({ error: "invalid" }).int().positive();
const reason = z
  .string({ error: "reasonMissing" })
  .trim()
  .min(5, { error: "reasonMissing" })
  .max(2000, { error: "tooLong" });

/** A day as people type it; empty means none. The year left out is the coming one. */
const optionalDay = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed || typed.trim() === "") return null;
    const day = parseTypedDay(typed, dayAt(new Date()));
    if (day === null) {
      context.addIssue({ code: "custom", message: "dayUnknown" });
      return z.NEVER;
    }
    return day;
  });

/** People write the last day in force; kept is the first day after it. */
const optionalLastDay = optionalDay.transform((day) => (day === null ? null : plusDays(day, 1)));

export const draftAgreementSchema = z
  .object({
    title: z
      .string({ error: "titleMissing" })
      .trim()
      .min(5, { error: "titleMissing" })
      .max(200, { error: "tooLong" }),
    /** The offices that sign; the drafting office is the contact office and always among them. */
    officeIds: z.union([id.transform((one) => [one]), z.array(id)], { error: "partiesMissing" }),
    plannedFrom: optionalDay,
    plannedUntil: optionalLastDay,
  })
  .refine(
    (input) =>
      input.plannedFrom === null || input.plannedUntil === null || input.plannedUntil > input.plannedFrom,
    {
      path: ["plannedUntil"],
      error: "untilBeforeFrom",
    },
  );

export const editArticleSchema = z.object({
  versionId: id,
  revision,
  articleKey: z.string().min(1),
  heading: z
    .string({ error: "headingMissing" })
    .trim()
    .min(3, { error: "headingMissing" })
    .max(300, { error: "tooLong" }),
  /** One clause a paragraph, separated by an empty line. */
  text: z
    .string({ error: "textMissing" })
    .trim()
    .min(1, { error: "textMissing" })
    .max(20_000, { error: "tooLong" })
    .transform((text) =>
      text
        .split(/\n\s*\n/)
        .map((clause) =>
          clause
            .replace(/\s*\n\s*/g, " ")
            .replace(/^\d+\.\s+/, "")
            .trim(),
        )
        .filter((clause) => clause !== ""),
    ),
});

/** A clause as forms name it: "calendar.2" is the second clause of the article with that key. */
const clauseRef = z
  .string({ error: "clauseMissing" })
  .regex(/^[a-z][a-z0-9-]*\.[1-9]\d{0,2}$/, { error: "clauseMissing" })
  .transform((ref) => {
    const [articleKey = "", clause] = ref.split(".");
    return { articleKey, clause: Number(clause) };
  });

/** One paragraph, as a clause is; without the number that people type before it. */
const clauseWords = z
  .string()
  .transform((text) =>
    text
      .replace(/\s*\n\s*/g, " ")
      .replace(/^\d+\.\s+/, "")
      .trim(),
  )
  .pipe(z.string().max(5_000, { error: "tooLong" }));

/** A remark asks; a proposal says how the clause is to read instead, and why. */
export const raisePointSchema = z
  .object({
    versionId: id,
    at: clauseRef,
    kind: z.enum(["remark", "proposal"], { error: "invalid" }),
    words: z
      .string({ error: "wordsMissing" })
      .trim()
      .min(5, { error: "wordsMissing" })
      .max(2_000, { error: "tooLong" }),
    /** The clause as the person saw it; of a proposal only. */
    beforeText: clauseWords.optional(),
    proposedText: clauseWords.optional(),
  })
  .superRefine((input, context) => {
    if (input.kind === "remark") return;
    const { beforeText, proposedText = "" } = input;
    if (proposedText === "") {
      context.addIssue({ code: "custom", path: ["proposedText"], message: "textMissing" });
    } else if (proposedText === beforeText) {
      context.addIssue({ code: "custom", path: ["proposedText"], message: "nothingChanged" });
    }
  });

export const answerPointSchema = z
  .object({
    pointId: id,
    decision: z.enum(["reply", "accept", "reject"], { error: "decisionMissing" }),
    answer: z.string().trim().max(2_000, { error: "tooLong" }).default(""),
  })
  .refine((input) => input.decision === "accept" || input.answer.length >= 5, {
    path: ["answer"],
    error: "reasonMissing",
  });

export const closePointSchema = z.object({ pointId: id });

export const cellValues = ["CT", "PH", "B", ""] as const;

/** One row of the matrix: the lead rule, and for each office CT, PH, B or nothing. */
export const assignDutySchema = z
  .object({
    versionId: id,
    revision,
    dutyId: id,
    leadRule: z.enum(["fixed", "office-serving", "host-of"], { error: "invalid" }),
    cells: z.preprocess(
      (value) => (typeof value === "object" && value !== null ? value : {}),
      z.record(z.uuid(), z.enum(cellValues, { error: "invalid" })),
    ),
  })
  .superRefine((input, context) => {
    const leads = Object.values(input.cells).filter((cell) => cell === "CT").length;
    if (input.leadRule === "fixed" && leads !== 1) {
      context.addIssue({ code: "custom", path: ["cells"], message: "oneLead" });
    }
    if (input.leadRule !== "fixed" && leads !== 0) {
      context.addIssue({ code: "custom", path: ["cells"], message: "noFixedLead" });
    }
  });

/** Working days, typed; left empty, the duty has no such rule. */
const workingDays = z
  .string()
  .default("")
  .transform((typed, context) => {
    const trimmed = typed.trim();
    if (trimmed === "") return null;
    const days = /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : 0;
    if (days >= 1 && days <= mostWorkingDays) return days;
    context.addIssue({ code: "custom", message: "workingDaysUnknown" });
    return z.NEVER;
  });

/** How a duty is worked by: days before the event, days for an opinion, and what silence means after them. */
export const setWorkingRulesSchema = z
  .object({
    versionId: id,
    revision,
    dutyId: id,
    noticeDays: workingDays,
    paperDays: workingDays,
    opinionDays: workingDays.pipe(z.number({ error: "opinionDaysMissing" })),
    silence: z.enum(silences, { error: "invalid" }),
  })
  .refine(
    ({ noticeDays, paperDays }) => noticeDays === null || paperDays === null || paperDays <= noticeDays,
    {
      path: ["paperDays"],
      error: "papersBeforeNotice",
    },
  );

export const setTermSchema = z
  .object({ versionId: id, revision, plannedFrom: optionalDay, plannedUntil: optionalLastDay })
  .refine(
    (input) =>
      input.plannedFrom === null || input.plannedUntil === null || input.plannedUntil > input.plannedFrom,
    {
      path: ["plannedUntil"],
      error: "untilBeforeFrom",
    },
  );

/** The form of the paper, and of an official one to whom copies go, a line each. */
export const setFormSchema = z
  .object({
    versionId: id,
    revision,
    form: z.enum(paperForms, { error: "invalid" }),
    recipients: z
      .string()
      .max(4_000, { error: "tooLong" })
      .default("")
      .transform((typed) =>
        typed
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      )
      .pipe(z.array(z.string().max(300, { error: "tooLong" })).max(40, { error: "tooLong" })),
  })
  .refine(({ form, recipients }) => form === "joint" || recipients.length > 0, {
    path: ["recipients"],
    error: "recipientsMissing",
  });

export const versionActSchema = z.object({ versionId: id, revision });

/** In which order the parties sign (the steps count where it is not parallel), and for whom a delegate signs. */
export const openRoundSchema = versionActSchema.extend({
  /** As the contact office's own document system gave it; else the next of its register here. */
  number: z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.coerce
      .number({ error: "numberNotWhole" })
      .int({ error: "numberNotWhole" })
      .min(1, { error: "numberNotWhole" })
      .max(99_999, { error: "numberNotWhole" })
      .optional(),
  ),
  order: z.enum(signingOrders, { error: "invalid" }).default("parallel"),
  steps: z.preprocess(
    (value) => (typeof value === "object" && value !== null ? value : {}),
    z.record(
      z.uuid(),
      z.coerce.number({ error: "invalid" }).int().min(1, { error: "invalid" }).max(50, { error: "invalid" }),
    ),
  ),
  signers: z.preprocess(
    (value) => (typeof value === "object" && value !== null ? value : {}),
    z.record(z.uuid(), z.union([z.literal("").transform(() => null), id], { error: "invalid" })),
  ),
});

export const consentSchema = z.object({
  versionId: id,
  contentHash: z.string().length(64, { error: "invalid" }),
});

export const signSchema = z.object({
  versionId: id,
  /** Fingerprint of the issued file (without signatures) that the signer saw. */
  issuedSha256: z.string().length(64, { error: "invalid" }),
  certificateId: id,
  passphrase: z
    .string({ error: "passphraseMissing" })
    .min(1, { error: "passphraseMissing" })
    .max(200, { error: "tooLong" }),
});

const password = z
  .string({ error: "passwordMissing" })
  .min(1, { error: "passwordMissing" })
  .max(200, { error: "tooLong" });

export const turnActSchema = z.object({ versionId: id });

export const takeTurnSchema = turnActSchema.extend({ password });

export const signElsewhereSchema = turnActSchema.extend({
  file: z.instanceof(Upload, { error: "signedFileMissing" }),
});

export const signWithOwnCertificateSchema = turnActSchema.extend({
  issuedSha256: z.string().length(64, { error: "invalid" }),
  keyFile: z.instanceof(Upload, { error: "keyFileMissing" }),
  /** A file may have an empty one. */
  passphrase: z.string({ error: "passphraseMissing" }).max(200, { error: "tooLong" }).default(""),
});

export const registerCertificateSchema = z.object({
  certificate: z.instanceof(Upload, { error: "certificateMissing" }),
  password,
});

/** Characters; `signing/key-wrapping.ts` refuses less as well. */
const shortestPassphrase = 10;

export const requestSigningKeySchema = z
  .object({
    passphrase: z
      .string({ error: "passphraseMissing" })
      .max(200, { error: "tooLong" })
      .refine((typed) => Array.from(typed.normalize("NFC")).length >= shortestPassphrase, {
        error: "passphraseShort",
      }),
    repeatPassphrase: z.string({ error: "passphraseMissing" }).max(200, { error: "tooLong" }),
    password,
  })
  .refine(({ passphrase, repeatPassphrase }) => passphrase === repeatPassphrase, {
    error: "passphraseNotRepeated",
    path: ["repeatPassphrase"],
  });

export const declineToSignSchema = z.object({ versionId: id, reason });

export const withdrawSchema = z.object({ versionId: id, reason });

export const reviseSchema = z.object({
  versionId: id,
  /** A whole text of its own, or only what changes of the signed one. */
  as: z.enum(["whole", "amendment"], { error: "invalid" }).default("whole"),
});

const day = z.string({ error: "dayMissing" }).transform((typed, context) => {
  const parsed = parseTypedDay(typed, dayAt(new Date()));
  if (parsed === null) {
    context.addIssue({ code: "custom", message: typed.trim() === "" ? "dayMissing" : "dayUnknown" });
    return z.NEVER;
  }
  return parsed;
});

/** Who signs in the chief's place, from when to when (the last day counts), and on what ground. */
export const recordDelegationSchema = z
  .object({
    kind: z.enum(delegationKinds, { error: "invalid" }),
    toPostId: z.uuid({ error: "delegateMissing" }),
    /** TUQ. only: the one agreement. */
    agreementId: z.union([z.literal("").transform(() => null), id], { error: "invalid" }).default(null),
    basis: z
      .string({ error: "basisMissing" })
      .trim()
      .min(5, { error: "basisMissing" })
      .max(300, { error: "tooLong" }),
    from: day,
    until: day,
  })
  .superRefine((input, context) => {
    if (input.until < input.from)
      context.addIssue({ code: "custom", path: ["until"], message: "lastBeforeFirst" });
    if (input.kind === "TUQ" && input.agreementId === null)
      context.addIssue({ code: "custom", path: ["agreementId"], message: "agreementMissing" });
  });

export const revokeDelegationSchema = z.object({ delegationId: id, reason });

/** The same text for a further term; without a last day open-ended. */
export const renewSchema = z.object({ versionId: id, plannedUntil: optionalLastDay });

export const proposeEndingSchema = z.object({
  agreementId: id,
  /** People write the last day in force; kept is the first day after it. */
  lastDay: day.transform((typed) => plusDays(typed, 1)),
  reason,
});

export const endingActSchema = z.object({ agreementId: id, endingId: id });

export const closeEndingSchema = endingActSchema.extend({ reason });
