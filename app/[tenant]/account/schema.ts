import { z } from "zod";

/** Errors are keys under `account.errors` in the message files. */
const typed = z.string("missing").min(1, "missing").max(200, "tooLong");

export const passwordSchema = z
  .object({
    presentPassword: typed,
    // Length is what counts (NIST SP 800-63B 5.1.1.2): no rules about kinds of characters.
    newPassword: typed.refine((value) => Array.from(value.normalize("NFC")).length >= 12, "tooShort"),
    repeatPassword: typed,
  })
  .refine((form) => form.newPassword === form.repeatPassword, {
    path: ["repeatPassword"],
    error: "notRepeated",
  })
  .refine((form) => form.newPassword !== form.presentPassword, { path: ["newPassword"], error: "notNew" });

export const postSchema = z.object({ postId: z.uuid("missing") });
