import { issuePaper } from "@/lib/petitions/commands/issue-paper";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { as, postOf } from "@/prisma/seed/caller";
import { type LetterOnItsWay, lookedUp } from "./petition-way";
import { committee, type Province } from "./province";

export type IssuedPaper = {
  id: string;
  number: string;
  ordinal: number | null;
  kind: string;
  names: boolean;
  replaces_id: string | null;
};

/** What a clerk types to issue a paper about a letter of the committee's office. */
export function paperInput(province: Province, letter: LetterOnItsWay, change: Record<string, unknown> = {}) {
  return {
    petitionId: letter.petitionId,
    revision: letter.revision,
    kind: "acceptance",
    ofId: "",
    abstract: "Về việc thụ lý giải quyết khiếu nại",
    to: "",
    body: "Khiếu nại đủ điều kiện thụ lý.\nThời hạn giải quyết là 30 ngày.",
    recipients: "- Người khiếu nại;\n- Lưu: VT.",
    signerPostId: postOf(province.phuTho, committee, "chief").postId,
    numbering: "own",
    typedNumber: "",
    reason: "",
    step: "issue",
    signedOn: formatDay(dayAt(new Date())),
    ...change,
  };
}

/** Newest first. */
export function papersOf(province: Province, { petitionId }: { petitionId: string }): Promise<IssuedPaper[]> {
  return province.rows<IssuedPaper>("select * from petition_papers where petition_id = $1 order by id desc", [
    petitionId,
  ]);
}

export async function issuedPaper(
  province: Province,
  letter: LetterOnItsWay,
  change: Record<string, unknown> = {},
): Promise<IssuedPaper> {
  await executeCommand(
    issuePaper,
    as(province.phuTho, committee, "records-clerk"),
    paperInput(province, await lookedUp(province, letter), change),
  );
  const [paper] = await papersOf(province, letter);
  if (!paper) throw new Error("no paper");
  return paper;
}
