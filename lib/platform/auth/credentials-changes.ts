import "server-only";
import { authClient } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/ids";
import { hashPassword, passwordMatches } from "./passwords";
import { endSessionsEverywhere, recordSignIn } from "./sessions";
import { forgetFailures, takeAttempt } from "./throttle";

export type PasswordChange = "changed" | "wrong" | "throttled";

/**
 * Changes the password and ends every other session of the account, both or neither. Guesses at the present one are
 * counted like those at the door: an open screen is no way round the throttle.
 */
export async function changePassword(
  session: { sessionId: string; accountId: string },
  present: string,
  wanted: string,
  now: Date,
): Promise<PasswordChange> {
  const { accountId, sessionId } = session;
  const account = await authClient().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, passwordHash: true },
  });
  if (!(await takeAttempt(account.email, now))) return "throttled";
  if (!(await passwordMatches(account.passwordHash, present))) return "wrong";
  const passwordHash = await hashPassword(wanted);
  await authClient().$transaction([
    authClient().account.update({ where: { id: accountId }, data: { passwordHash } }),
    authClient().session.updateMany({
      where: { accountId, revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: now },
    }),
    authClient().signInEvent.create({ data: { id: newId(), accountId, kind: "password-changed" } }),
  ]);
  await forgetFailures(account.email);
  return "changed";
}

/** Ends every session of the account on every machine, this one too. */
export async function signOutEverywhere(accountId: string): Promise<void> {
  await endSessionsEverywhere(accountId);
  await recordSignIn("ended-everywhere", accountId);
}
