import "server-only";
import { z } from "zod";
import { authClient } from "@/lib/platform/db/client";
import { passwordMatches } from "./passwords";
import { recordSignIn } from "./sessions";
import { forgetFailures, takeAttempt } from "./throttle";

const credentialsSchema = z.object({
  // PostgreSQL text holds no NUL; such an address is nobody's.
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .refine((email) => !email.includes("\0")),
  password: z.string().min(1).max(200),
});

/**
 * The account id for a right address and password, else null: unknown, wrong, disabled and throttled are one answer
 * and cost the same work, so that nobody learns who has an account.
 */
export async function checkCredentials(raw: unknown, now: Date): Promise<string | null> {
  const parsed = credentialsSchema.safeParse(raw);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const [account, mayTry] = await Promise.all([
    authClient().account.findUnique({
      where: { email },
      select: { id: true, passwordHash: true, disabledAt: true },
    }),
    takeAttempt(email, now),
  ]);
  const right = await passwordMatches(account?.passwordHash ?? null, password);
  if (right && mayTry && account && account.disabledAt === null) {
    await forgetFailures(email);
    await recordSignIn("signed-in", account.id);
    return account.id;
  }
  await recordSignIn(mayTry ? "refused" : "throttled", account?.id ?? null);
  return null;
}
