import "server-only";
import { z } from "zod";
import { authClient } from "@/lib/platform/db/client";
import { passwordMatches } from "./passwords";
import { recordSignIn } from "./sessions";
import { countFailure, forgetFailures, isThrottled } from "./throttle";

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
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
  const [account, throttled] = await Promise.all([
    authClient().account.findUnique({ where: { email }, select: { id: true, passwordHash: true, disabledAt: true } }),
    isThrottled(email, now),
  ]);
  const right = await passwordMatches(account?.passwordHash ?? null, password);
  if (right && !throttled && account && account.disabledAt === null) {
    await forgetFailures(email);
    await recordSignIn("signed-in", account.id);
    return account.id;
  }
  // While throttled nothing is counted, or a stranger could keep an account closed for ever.
  if (!throttled) await countFailure(email, now);
  await recordSignIn(throttled ? "throttled" : "refused", account?.id ?? null);
  return null;
}
