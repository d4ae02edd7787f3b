import { assignPetition } from "@/lib/petitions/commands/assign-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import type { Role } from "@/lib/platform/policy/rule-table";
import { as, postOf } from "@/prisma/seed/caller";
import { type LetterOnItsWay, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, type Province } from "@/tests/support/builders/province";

/** Somebody of an office as the form names a handler. */
export function handlerOf(province: Province, office: string, role: Role): string {
  const { postId, personId } = postOf(province.phuTho, office, role);
  return `${postId}.${personId}`;
}

/** The committee's letter, given to somebody of its office by its chief. */
export async function given(
  province: Province,
  letter: LetterOnItsWay,
  role: Role = "specialist",
  reason = "",
): Promise<LetterOnItsWay> {
  await executeCommand(assignPetition, as(province.phuTho, committee, "chief"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    handler: handlerOf(province, committee, role),
    reason,
  });
  return lookedUp(province, letter);
}

/** That person held the post until yesterday, as long as `work` runs. */
export async function withoutPost<T>(province: Province, role: Role, work: () => Promise<T>): Promise<T> {
  const { postId } = postOf(province.phuTho, committee, role);
  const until = (day: string) =>
    province.rows(`update post_holdings set until_date = ${day} where post_id = $1`, [postId]);
  await until("portal_today() - 1");
  try {
    return await work();
  } finally {
    await until("null");
  }
}
