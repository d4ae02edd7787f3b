import { joinPetition } from "@/lib/petitions/commands/join-petition";
import { keepApart } from "@/lib/petitions/commands/keep-apart";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { type Province, party } from "@/tests/support/builders/province";

export type SamePair = {
  petitionId: string;
  code: string;
  revision: number;
  first: { petitionId: string; code: string };
};

let drawn = 0;

/** A complaint of a person nobody else is, sent to the People's Committee and then to the Party Committee, whose office has the second. */
export async function samePair(province: Province, change: Record<string, unknown> = {}): Promise<SamePair> {
  drawn += 1;
  const letter = {
    fullName: `Nông Văn Thứ ${drawn}`,
    address: `số ${drawn}, tổ ${drawn}, xã Bảo Yên`,
    phone: `0967${String(100_000 + drawn * 37)}`,
    idNumber: "",
    subject: `Khiếu nại việc thu hồi thửa ${300 + drawn * 3}`,
    content: `Thửa ${300 + drawn * 3} của tôi bị thu hồi theo Quyết định ${7000 + drawn * 17}, bồi thường ${2_000_000 + drawn * 10_000} đồng là chưa đúng.`,
    class: "complaint",
    channel: "post",
    ...change,
  };
  const first = await taken(province, letter);
  const second = await taken(province, { ...letter, bodyId: province.phuTho.bodies.get("TU") });
  return { ...second, revision: Number((await petitionRow(province, second))["revision"]), first };
}

const again = async (province: Province, pair: SamePair): Promise<SamePair> => ({
  ...pair,
  revision: Number((await petitionRow(province, pair))["revision"]),
});

export async function joinedPair(province: Province): Promise<SamePair> {
  const pair = await samePair(province);
  const { petitionId, revision, first } = pair;
  await executeCommand(joinPetition, as(province.phuTho, party, "specialist"), {
    petitionId,
    revision,
    code: first.code,
  });
  return again(province, pair);
}

export async function apartPair(province: Province): Promise<SamePair> {
  const pair = await samePair(province);
  const { petitionId, revision, first } = pair;
  await executeCommand(keepApart, as(province.phuTho, party, "specialist"), {
    petitionId,
    revision,
    code: first.code,
    reason: "Việc khác của cùng một hộ.",
  });
  return again(province, pair);
}

export async function joinsOf(province: Province, { petitionId }: { petitionId: string }) {
  return province.rows<{ id: string; kind: string; reason: string; undone: boolean; other_id: string }>(
    "select id, kind, reason, undone_at is not null as undone, other_id from petition_joins where petition_id = $1 order by at",
    [petitionId],
  );
}

/** The terms of a letter that run. */
export async function runningTerms(
  province: Province,
  { petitionId }: { petitionId: string },
): Promise<string[]> {
  const rows = await province.rows<{ step: string }>(
    "select step from petition_clocks where petition_id = $1 and status in ('running', 'stopped') order by step",
    [petitionId],
  );
  return rows.map(({ step }) => step);
}
