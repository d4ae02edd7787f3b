import { z } from "zod";
import { dayThatWas } from "../schema";

/** `until`: the position of the last step the page showed; what came since goes with the next one. */
export const prepareHandoverSchema = z.object({
  until: z.coerce.number({ error: "invalid" }).int().min(1).max(Number.MAX_SAFE_INTEGER),
});

const handoverId = z.uuid({ error: "invalid" });

/** What came back: it was taken in, by which receipt, or it was refused, why. */
export const keepHandoverReceiptSchema = z.discriminatedUnion("outcome", [
  z.object({
    handoverId,
    outcome: z.literal("accepted"),
    receiptNumber: z
      .string({ error: "documentMissing" })
      .trim()
      .min(1, { error: "documentMissing" })
      .max(60, { error: "tooLong" }),
    receiptOn: dayThatWas("dayNotYet"),
  }),
  z.object({
    handoverId,
    outcome: z.literal("refused"),
    reason: z
      .string({ error: "reasonMissing" })
      .trim()
      .min(5, { error: "reasonMissing" })
      .max(1_000, { error: "tooLong" }),
  }),
]);
