import { z } from "zod";
import { dayThatWas } from "../schema";
import { caseSteps, toldWays } from "./types";

/** Messages are keys under `fields` in the message files. */
const pastDay = dayThatWas("dayNotYet");
const id = z.uuid({ error: "invalid" });
const revision = z.coerce.number({ error: "invalid" }).int().positive();
const text = (longest: number) => z.string().trim().max(longest, { error: "tooLong" }).optional().default("");
const needed = (missing: string, longest = 500, shortest = 5) =>
  z.string({ error: missing }).trim().min(shortest, { error: missing }).max(longest, { error: "tooLong" });

export const openCaseSchema = z.object({ petitionId: id, title: needed("caseTitleMissing", 200) });

/** `petitionIds`: letters of the acting office, put into one case at once. */
export const joinCaseSchema = z.object({
  petitionIds: z
    .union([z.array(id).min(1, { error: "nothingChosen" }).max(200), id.transform((one) => [one])], {
      error: "nothingChosen",
    })
    .transform((all) => [...new Set(all)].sort()),
  code: needed("caseCodeMissing", 60, 3),
  reason: needed("reasonMissing"),
});

export const leaveCaseSchema = z.object({ caseId: id, petitionId: id, reason: needed("reasonMissing") });

export const appointRepresentativeSchema = z.object({
  caseId: id,
  revision,
  petitionId: id,
  fullName: needed("nameMissing", 200, 2),
  document: needed("appointmentMissing", 200, 3),
  appointedOn: pastDay,
});

export const endAppointmentSchema = z.object({
  caseId: id,
  revision,
  representativeId: id,
  reason: needed("reasonMissing"),
});

export const answerCaseSchema = z.object({
  caseId: id,
  revision,
  words: needed("wordsMissing", 4_000),
  documentNumber: text(120),
  answeredOn: pastDay,
});

export const tellCaseSchema = z.object({
  caseId: id,
  how: z.enum(toldWays, { error: "caseChoiceMissing" }),
  toldOn: pastDay,
});

export const recordCaseStepSchema = z
  .object({
    caseId: id,
    revision,
    kind: z.enum([...caseSteps, "persistent"], { error: "caseChoiceMissing" }),
    onDay: pastDay,
    document: text(200),
    note: text(1_000),
  })
  .refine(({ kind, document }) => kind === "explained" || document.length >= 3, {
    path: ["document"],
    message: "documentMissing",
  })
  .refine(({ kind, note }) => kind !== "persistent" || note.length >= 5, {
    path: ["note"],
    message: "reasonMissing",
  });
