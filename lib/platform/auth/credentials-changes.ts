import "server-only";
import { authClient } from "@/lib/platform/db/client";
import { hashPassword, passwordMatches } from "./passwords";
import { endSessionsEverywhere, recordSignIn } from "./sessions";

/** Changes the password and ends every other session of the account. False when the present password is wrong. */
export async function changePassword(
  session: { sessionId: string; accountId: string },
  present: string,
  wanted: string,
): Promise<boolean> {
  const account = await authClient().account.findUnique({
    where: { id: session.accountId },
    select: { passwordHash: true },
  });
  if (!(await passwordMatches(account?.passwordHash ?? null, present))) return false;
  await authClient().account.update({
    where: { id: session.accountId },
    data: { passwordHash: await hashPassword(wanted) },
  });
  await endSessionsEverywhere(session.accountId, session.sessionId);
  await recordSignIn("password-changed", session.accountId);
  return true;
}
