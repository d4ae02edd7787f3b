import { z } from "zod";

export const resendMailSchema = z.object({ mailId: z.uuid({ error: "invalid" }) });
