import { z } from "zod";
import { dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { Upload } from "@/lib/platform/forms/upload";
import { paperKinds } from "./paper/forms";
import {
  denouncesAnswers,
  forwarderKinds,
  petitionChannels,
  petitionClasses,
  petitionKinds,
  refusalGrounds,
  typedChannels,
  visitOutcomes,
} from "./types";
import { conclusions, partClasses } from "./way";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const revision = z.coerce.number({ error: "invalid" }).int().positive();
const text = (longest: number) => z.string().trim().max(longest, { error: "tooLong" }).optional().default("");
const oneOf = <Values extends readonly [string, ...string[]]>(values: Values, missing: string) =>
  z.enum(values, { error: missing });
const optionalOf = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .union([z.enum(values), z.literal("")], { error: "invalid" })
    .optional()
    .transform((value) => (value ? value : null));

/** A day that was, as people type it; without a year the last such day. */
export const dayThatWas = (notYet: string) =>
  z
    .string({ error: "dayMissing" })
    .trim()
    .min(1, { error: "dayMissing" })
    .transform((typed, context) => {
      const today = dayAt(new Date());
      // A day without a year is one that was, not one to come.
      const withYear = /^\d{1,2}[/.-]\d{1,2}$/.test(typed);
      const read = parseTypedDay(withYear ? `${typed}/${today.slice(0, 4)}` : typed, today);
      const day =
        withYear && read !== null && read > today
          ? parseTypedDay(`${typed}/${Number(today.slice(0, 4)) - 1}`, today)
          : read;
      if (day === null || day < "1990-01-01") {
        context.addIssue({ code: "custom", message: "dayUnknown" });
        return z.NEVER;
      }
      if (day > today) {
        context.addIssue({ code: "custom", message: notYet });
        return z.NEVER;
      }
      return day;
    });
const receivedOn = dayThatWas("dayToCome");

const peopleCount = z
  .union([z.literal("").transform(() => 1), z.coerce.number({ error: "peopleCount" })])
  .optional()
  .transform((value) => value ?? 1)
  .pipe(
    z
      .number()
      .int({ error: "peopleCount" })
      .min(1, { error: "peopleCount" })
      .max(100_000, { error: "peopleCount" }),
  );

const subject = z
  .string({ error: "subjectMissing" })
  .trim()
  .min(5, { error: "subjectMissing" })
  .max(300, { error: "tooLong" });

const uploads = z
  .array(z.instanceof(Upload, { error: "invalid" }))
  .max(20, { error: "invalid" })
  .default([]);

export const takePetitionSchema = z.object({
  kind: oneOf(petitionKinds, "petitionKindMissing"),
  receivedOn,
  channel: oneOf(typedChannels, "channelMissing"),
  forwarderKind: optionalOf(forwarderKinds),
  forwarderName: text(200),
  bodyId: z.uuid({ error: "bodyMissing" }),
  fullName: text(120),
  address: text(300),
  phone: text(30),
  idNumber: text(30),
  subject,
  content: text(20_000),
  class: optionalOf(petitionClasses),
  denounces: oneOf(denouncesAnswers, "denouncesMissing"),
  peopleCount,
  settledBefore: text(500),
  note: text(500),
  visitOutcome: optionalOf(visitOutcomes),
  outcomeBody: text(300),
  refusalGround: optionalOf(refusalGrounds),
  refusalWords: text(1000),
  /** Pages scanned at the desk, sealed with the letter. */
  files: uploads,
  /** What was said while it was typed of letters that look the same, by their codes. */
  sameJoin: text(40),
  sameApart: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat())),
  sameReason: text(500),
});

export const classifyPetitionSchema = z.object({
  petitionId: id,
  revision,
  class: oneOf(petitionClasses, "classMissing"),
  denounces: optionalOf(denouncesAnswers),
  /** Why a letter is taken out of the seal; kept as a look. */
  reason: text(300),
});

const documentNumber = z
  .string({ error: "documentMissing" })
  .trim()
  .min(1, { error: "documentMissing" })
  .max(120, { error: "tooLong" });
const needed = (missing: string, longest = 1_000) =>
  z.string({ error: missing }).trim().min(5, { error: missing }).max(longest, { error: "tooLong" });

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** `met` names the conditions that are met, `notApplicable` those that do not apply; every other one of the class is not met. */
export const assessPetitionSchema = z.object({
  petitionId: id,
  revision,
  met: several,
  notApplicable: several,
  /** Said at once of every condition that applies. */
  all: z.string().optional(),
  note: text(500),
});

const optionalId = z
  .union([id, z.literal("")])
  .optional()
  .transform((value) => (value ? value : null));

/** A number another letter of the year has is written all the same. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

export const forwardPetitionSchema = z.object({
  petitionId: id,
  revision,
  /** To an office of the tenant, or to a body outside: one of the two. */
  officeId: optionalId,
  externalBodyId: optionalId,
  subjectKey: text(60),
  reason: text(1_000),
  /** Why it is sent where the matter was already. */
  againReason: text(1_000),
  documentNumber: z
    .string({ error: "slipNumberMissing" })
    .trim()
    .min(1, { error: "slipNumberMissing" })
    .max(120, { error: "tooLong" }),
  sameNumber: ticked,
  /** What goes out of a sealed letter, and that it was looked through for what says who wrote. */
  summary: text(1_000),
  summaryChecked: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

export const issuePaperSchema = z
  .object({
    petitionId: id,
    revision,
    kind: oneOf(paperKinds, "paperKindMissing"),
    /** The paper that is replaced, or whose form is corrected. */
    ofId: z
      .union([z.uuid({ error: "invalid" }), z.literal("")])
      .optional()
      .transform((value) => value || null),
    abstract: needed("paperAbstractMissing", 300),
    to: text(300),
    body: needed("paperBodyMissing", 30_000),
    recipients: text(2_000),
    signerPostId: z.uuid({ error: "paperSignerMissing" }),
    numbering: oneOf(["own", "typed"], "paperNumberingMissing"),
    typedNumber: text(60),
    /** By how many days an extension lengthens the term of a denunciation. */
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
    reason: text(500),
    /** Looked at before it is confirmed, confirmed before it is written; "edit" goes back to the text. */
    step: oneOf(["preview", "edit", "confirm", "issue"], "invalid"),
    signedOn: text(20),
  })
  .refine(({ numbering, typedNumber }) => numbering === "own" || typedNumber !== "", {
    path: ["typedNumber"],
    error: "paperNumberMissing",
  })
  .refine(({ ofId, kind, reason }) => ofId === null || kind === "correction" || reason.length >= 5, {
    path: ["reason"],
    error: "reasonMissing",
  })
  .refine(({ body }) => !body.includes("[…]"), { path: ["body"], error: "paperUnfilled" });

export const reviewLookUpsSchema = z.object({
  until: z.iso.datetime({ error: "invalid" }).transform((typed) => new Date(typed)),
  note: text(500),
});

export const answerForwardSchema = z
  .object({
    petitionId: id,
    forwardId: id,
    answer: oneOf(["acknowledged", "sent-back"], "forwardAnswerMissing"),
    reason: text(1_000),
  })
  .refine(({ answer, reason }) => answer === "acknowledged" || reason.length >= 5, {
    path: ["reason"],
    error: "reasonMissing",
  });

export const takeBackPetitionSchema = z.object({ petitionId: id, revision });

export const tellResultSchema = z.object({
  petitionId: id,
  forwardId: id,
  result: needed("resultMissing"),
  documentNumber,
});

export const concludePetitionSchema = z
  .object({
    petitionId: id,
    revision,
    conclusion: oneOf(conclusions, "conclusionMissing"),
    words: needed("conclusionWordsMissing"),
    body: text(200),
    documentNumber: text(120),
    sameNumber: ticked,
    keepYears: z.coerce
      .number({ error: "keepYears" })
      .int({ error: "keepYears" })
      .min(1, { error: "keepYears" })
      .max(70, { error: "keepYears" })
      .default(1),
  })
  .refine(({ conclusion, body }) => conclusion !== "guided" || body !== "", {
    path: ["body"],
    error: "guidedBodyMissing",
  })
  .refine(
    ({ conclusion, documentNumber: number }) =>
      conclusion === "filed-away" || conclusion === "withdrawn" || number !== "",
    {
      path: ["documentNumber"],
      error: "documentMissing",
    },
  );

/** Which of the letters that look the same is meant: by its code, which the page tells. */
const otherCode = needed("codeMissing").max(60, { error: "invalid" });
export const joinPetitionSchema = z.object({ petitionId: id, revision, code: otherCode });
export const keepApartSchema = z.object({
  petitionId: id,
  revision,
  code: otherCode,
  reason: needed("apartReasonMissing"),
});
export const undoJoinSchema = z.object({ petitionId: id, revision, joinId: id });

/** `issues`: how many secrets the page knew of, so that two desks do not give two at once. */
export const issueSecretSchema = z.object({
  petitionId: id,
  issues: z.coerce.number({ error: "invalid" }).int().min(0),
  cardShown: z
    .string()
    .optional()
    .transform((value) => value === "on"),
});

/** "nobody", or a post and who holds it. */
const handler = z
  .string({ error: "handlerMissing" })
  .regex(/^(nobody|[0-9a-f-]{36}\.[0-9a-f-]{36})$/, { error: "handlerMissing" })
  .transform((value) => {
    const [postId, personId] = value.split(".");
    return postId !== undefined && personId !== undefined ? { postId, personId } : null;
  });
export const assignPetitionSchema = z.object({ petitionId: id, revision, handler, reason: text(500) });

export const seeAdditionsSchema = z.object({ petitionId: id });
export const reopenPetitionSchema = z.object({ petitionId: id, revision, reason: needed("reasonMissing") });

/** What was typed when a letter came, as it should have been. */
export const amendPetitionSchema = z.object({
  petitionId: id,
  revision,
  receivedOn,
  channel: z.enum(petitionChannels, { error: "channelMissing" }),
  forwarderKind: optionalOf(forwarderKinds),
  forwarderName: text(200),
  fullName: text(120),
  address: text(300),
  phone: text(30),
  idNumber: text(30),
  subject,
  content: text(20_000),
  peopleCount,
  settledBefore: text(500),
  note: text(500),
  reason: needed("reasonMissing"),
});

const dueOn = z
  .string({ error: "dayMissing" })
  .trim()
  .min(1, { error: "dayMissing" })
  .transform((typed, context) => {
    const day = parseTypedDay(typed, dayAt(new Date()));
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "dayUnknown" });
    return z.NEVER;
  });

/** `checked`: of a sealed letter, that the request was read once more and says nothing of who wrote. */
export const askPartSchema = z.object({
  petitionId: id,
  officeId: z.uuid({ error: "officeMissing" }),
  request: needed("requestMissing", 5_000),
  dueOn,
  checked: z
    .string()
    .optional()
    .transform((value) => value === "on"),
});
export const answerPartSchema = z.object({ petitionId: id });
export const declinePartSchema = z.object({ petitionId: id, reason: needed("reasonMissing", 2_000) });
export const givePartSchema = z.object({
  petitionId: id,
  contribution: z
    .string({ error: "contributionMissing" })
    .trim()
    .min(2, { error: "contributionMissing" })
    .max(20_000, { error: "tooLong" }),
  files: uploads,
  /** Files of one's own part that are taken back. */
  removedFiles: z.array(id).max(200, { error: "invalid" }).default([]),
});
export const takeOverPartSchema = z.object({ petitionId: id, officeId: id });

export const destroyPetitionSchema = z.object({ petitionId: id, revision, documentNumber });

/** Without a file the letter itself is opened: who wrote it and what. */
export const lookAtPetitionSchema = z.object({
  petitionId: id,
  fileId: z
    .union([id, z.literal("")])
    .optional()
    .transform((value) => (value ? value : null)),
  reason: needed("lookReasonMissing", 300),
});

export const attachScansSchema = z.object({
  petitionId: id,
  files: uploads,
  removedFiles: z.array(id).max(200, { error: "invalid" }).default([]),
});

/** Classes a part of a mixed letter can have. */
const partClass = oneOf(partClasses, "classMissing");
const otherPart = { subject: text(300), class: optionalOf(partClasses) };

/** Two parts at least, four at most, in fields that stand on the page without a script. */
export const splitPetitionSchema = z
  .object({
    petitionId: id,
    revision,
    subject1: subject,
    class1: partClass,
    subject2: subject,
    class2: partClass,
    subject3: otherPart.subject,
    class3: otherPart.class,
    subject4: otherPart.subject,
    class4: otherPart.class,
  })
  .refine(({ subject3, class3 }) => (subject3 === "") === (class3 === null), {
    path: ["class3"],
    error: "partIncomplete",
  })
  .refine(({ subject4, class4 }) => (subject4 === "") === (class4 === null), {
    path: ["class4"],
    error: "partIncomplete",
  });
