import { z } from "zod";
import { foldVietnamese, namesPerson } from "../identity/person";
import { relations } from "./types";

/** Messages are keys under `fields` in the message files; words for citizens are kinder than those for clerks. */
const text = (longest: number) => z.string().trim().max(longest, { error: "tooLong" }).optional().default("");
const needed = (shortest: number, longest: number, missing: string) =>
  z.string({ error: missing }).trim().min(shortest, { error: missing }).max(longest, { error: "tooLong" });

export const tellSchema = z
  .object({
    bodyId: z.uuid({ error: "citizenBodyMissing" }),
    subject: needed(5, 300, "citizenSubjectMissing"),
    content: needed(10, 20_000, "citizenContentMissing"),
    fullName: needed(2, 120, "citizenNameMissing"),
    address: needed(5, 300, "citizenAddressMissing"),
    phone: text(30),
    forOther: z
      .string()
      .optional()
      .transform((value) => value === "on"),
    helperName: text(120),
    helperPhone: text(30),
    relation: z
      .union([z.enum(relations), z.literal("")], { error: "invalid" })
      .optional()
      .transform((value) => (value ? value : null)),
  })
  .superRefine((letter, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (letter.forOther && letter.helperName.length < 2) say("helperName", "citizenHelperMissing");
    if (letter.forOther && letter.relation === null) say("relation", "citizenRelationMissing");
    // The line stands in the register, which many read. This is asked as well where a field is too long: of its beginning.
    const subject = letter.subject.slice(0, 300);
    const named = (fullName: string, phone: string) =>
      namesPerson(subject, {
        fullName: fullName.slice(0, 120),
        phone: phone.slice(0, 30),
        address: "",
        idNumber: "",
      });
    const address = foldVietnamese(letter.address.slice(0, 300));
    if (
      named(letter.fullName, letter.phone) ||
      (letter.forOther && named(letter.helperName, letter.helperPhone)) ||
      (address.length >= 8 && foldVietnamese(subject).includes(address))
    )
      say("subject", "citizenSubjectNames");
  });

export const pageSchema = z.object({ page: text(10_000) });

export const contactSchema = z
  .object({ address: text(300), phone: text(30) })
  .refine(({ address, phone }) => address.length >= 5 || phone.length >= 8, {
    path: ["address"],
    error: "citizenContactMissing",
  });

export const withdrawSchema = z.object({
  reason: text(1_000),
  sure: z.literal("on", { error: "citizenSureMissing" }),
});
