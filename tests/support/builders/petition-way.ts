import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { petitionRow, type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { committee, type Province, party } from "@/tests/support/builders/province";

export type LetterOnItsWay = TakenPetition & { revision: number; forwardId: string };

export async function lookedUp(province: Province, letter: TakenPetition): Promise<LetterOnItsWay> {
  const row = await petitionRow(province, letter);
  const [forward] = await forwardsOf(province, letter);
  return { ...letter, revision: Number(row["revision"]), forwardId: forward?.id ?? "" };
}

export async function forwardsOf(province: Province, { petitionId }: { petitionId: string }) {
  return province.rows<{
    id: string;
    state: string;
    basis: string;
    result: string;
    back_reason: string;
    again_reason: string;
  }>("select * from petition_forwards where petition_id = $1 order by created_at desc", [petitionId]);
}

export function officeIdOf(province: Province, code: string): string {
  const id = province.phuTho.posts.find((post) => post.officeCode === code)?.officeId;
  if (!id) throw new Error(`no office ${code}`);
  return id;
}

export function forwardingInput(province: Province, letter: { petitionId: string; revision: number }) {
  return {
    petitionId: letter.petitionId,
    revision: letter.revision,
    officeId: officeIdOf(province, party),
    subjectKey: "party-matters",
    reason: "",
    documentNumber: "12/PC-VP",
    // Many letters of a test have it.
    sameNumber: "on",
    summary: "Phản ánh việc thu, chi quỹ của một thôn.",
    summaryChecked: "on",
  };
}

/** A feedback on the committee's desk, classified. */
export async function classified(
  province: Province,
  change: Record<string, unknown> = {},
): Promise<LetterOnItsWay> {
  return lookedUp(province, await taken(province, { class: "feedback", ...change }));
}

/** The committee's letter, given over to the Party Committee's office. */
export async function forwarded(
  province: Province,
  change: Record<string, unknown> = {},
): Promise<LetterOnItsWay> {
  const letter = await classified(province, change);
  await executeCommand(
    forwardPetition,
    as(province.phuTho, committee, "specialist"),
    forwardingInput(province, letter),
  );
  return lookedUp(province, letter);
}

async function answered(province: Province, answer: string, reason = ""): Promise<LetterOnItsWay> {
  const letter = await forwarded(province);
  await executeCommand(answerForward, as(province.phuTho, party, "specialist"), {
    petitionId: letter.petitionId,
    forwardId: letter.forwardId,
    answer,
    reason,
  });
  return lookedUp(province, letter);
}

export const acknowledged = (province: Province) => answered(province, "acknowledged");
export const sentBack = (province: Province) =>
  answered(province, "sent-back", "Nội dung thuộc Ủy ban nhân dân tỉnh.");

/** Given over, taken over and settled there: the result is still to be told. */
export async function settledThere(province: Province): Promise<LetterOnItsWay> {
  const letter = await acknowledged(province);
  await executeCommand(concludePetition, as(province.phuTho, party, "specialist"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    conclusion: "settled",
    words: "Đã trả lời người gửi bằng văn bản.",
    documentNumber: "88/VPTU",
  });
  return lookedUp(province, letter);
}

/** Filed away by the committee; `overdue` moves the time of keeping into the past. */
export async function filedAway(
  province: Province,
  { overdue = true, ...change }: Record<string, unknown> = {},
): Promise<LetterOnItsWay> {
  return putAway(province, await classified(province, change), overdue === true);
}

/** The same with a letter that is there. */
export async function putAway(
  province: Province,
  letter: LetterOnItsWay,
  overdue = true,
): Promise<LetterOnItsWay> {
  await executeCommand(concludePetition, as(province.phuTho, committee, "chief"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    conclusion: "filed-away",
    words: "Đơn trùng nội dung đã trả lời.",
  });
  if (overdue) {
    await asOwner(province, "update petitions set keep_until = portal_today() where id = $1", [
      letter.petitionId,
    ]);
  }
  return lookedUp(province, letter);
}

/** A change no command makes, as the owner of the schema: time that went by. */
export async function asOwner(province: Province, sql: string, values: readonly unknown[]): Promise<void> {
  const client = await province.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [province.phuTho.tenant.id]);
    await client.query(sql, [...values]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
