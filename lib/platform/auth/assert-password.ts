import "server-only";
import { authClient } from "@/lib/platform/db/client";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { passwordMatches } from "./passwords";
import { forgetFailures, takeAttempt } from "./throttle";

/**
 * Who is signed in shows anew to be who they are, before an act in their own name that cannot be taken back. Guesses are counted
 * like those at the door. Throws at the field `password`.
 */
export async function assertPassword(accountId: string, password: string, now: Date): Promise<void> {
  const account = await authClient().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, passwordHash: true },
  });
  const mayTry = await takeAttempt(account.email, now);
  const right = mayTry && (await passwordMatches(account.passwordHash, password));
  if (!right) {
    const fields = { password: [mayTry ? "passwordWrong" : "passwordThrottled"] };
    throw new DomainError("invalid", "invalid", { fields });
  }
  await forgetFailures(account.email);
}
