import { z } from "zod";
import { Upload } from "@/lib/platform/forms/upload";
import { externalAnswers, linkDays } from "./types";

/** Messages are keys under `fields` in the message files. */
const id = z.uuid({ error: "invalid" });
const revision = z.coerce.number({ error: "invalid" }).int().min(1, { error: "invalid" });

function named(error: string) {
  return z.string({ error }).trim().min(2, { error }).max(200, { error: "tooLong" });
}

/** Which organisation, who represents it, and who signs for it from which post. */
export const nameExternalPartySchema = z.object({
  versionId: id,
  revision,
  bodyId: z.uuid({ error: "chooseOne" }),
  officeId: z.uuid({ error: "chooseOne" }),
  signingTitle: named("signingTitleMissing"),
  signerName: named("signerNameMissing"),
});

export const dropExternalPartySchema = z.object({ versionId: id, revision, partyId: id });

/** Who signs instead, from which post, and why. */
export const nameExternalSignerSchema = z.object({
  versionId: id,
  partyId: id,
  /** Who signs as the page showed it. */
  before: named("invalid"),
  signingTitle: named("signingTitleMissing"),
  signerName: named("signerNameMissing"),
  reason: z
    .string({ error: "reasonMissing" })
    .trim()
    .min(5, { error: "reasonMissing" })
    .max(500, { error: "tooLong" }),
});

export const issueExternalLinkSchema = z.object({
  versionId: id,
  partyId: id,
  /** The link the page knew of, so that of two who press at once one is told. */
  before: z
    .union([id, z.literal("")])
    .optional()
    .transform((value) => (value ? value : null)),
  days: z.coerce
    .number({ error: "chooseOne" })
    .refine((days) => (linkDays as readonly number[]).includes(days), { error: "chooseOne" })
    .default(30),
});

export const revokeExternalLinkSchema = z.object({ versionId: id, linkId: id });

/** A refusal says why. */
const answer = {
  answer: z.enum(externalAnswers, { error: "chooseOne" }),
  words: z.string().trim().max(500, { error: "tooLong" }).default(""),
  contentHash: z.string().length(64, { error: "invalid" }),
};

function refusalSaysWhy({ answer: given, words }: { answer: string; words: string }): boolean {
  return given === "consented" || words.length >= 5;
}
const missing = { path: ["words"], error: "reasonMissing" };

export const partyAnswerSchema = z.object(answer).refine(refusalSaysWhy, missing);
export const enterExternalAnswerSchema = z
  .object({ versionId: id, partyId: id, ...answer })
  .refine(refusalSaysWhy, missing);

export const partyDeclineSchema = z.object({
  words: z.string().trim().min(5, { error: "reasonMissing" }).max(500, { error: "tooLong" }),
});

const password = z
  .string({ error: "passwordMissing" })
  .min(1, { error: "passwordMissing" })
  .max(200, { error: "tooLong" });

export const takeExternalTurnSchema = z.object({ versionId: id, partyId: id, password });

export const giveBackExternalTurnSchema = z.object({ versionId: id, partyId: id });

export const enterExternalSignatureSchema = z.object({
  versionId: id,
  partyId: id,
  file: z.instanceof(Upload, { error: "signedFileMissing" }),
});

export const registerExternalCertificateSchema = z.object({
  versionId: id,
  partyId: id,
  certificate: z.instanceof(Upload, { error: "certificateMissing" }),
  password,
});
