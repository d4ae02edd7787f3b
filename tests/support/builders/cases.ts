import { answerCase } from "@/lib/petitions/commands/answer-case";
import { appointRepresentative } from "@/lib/petitions/commands/appoint-representative";
import { joinCase } from "@/lib/petitions/commands/join-case";
import { openCase } from "@/lib/petitions/commands/open-case";
import { recordCaseStep } from "@/lib/petitions/commands/record-case-step";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { committee, type Province } from "@/tests/support/builders/province";

export type Household = TakenPetition & { fullName: string };
export type Case = { caseId: string; code: string; letters: readonly Household[] };

let drawn = 0;

const surnames = ["Quàng", "Lò", "Cà", "Tòng", "Mùa", "Giàng", "Vàng", "Sùng", "Hờ", "Thào", "Bạc"];
const middles = ["Văn", "Thị", "Minh", "Xuân", "Hữu", "Đức", "Ngọc"];
const given = ["Sọi", "Pản", "Dua", "Chớ", "Hặc", "Inh", "Panh", "Tủa", "Nếnh", "Ún", "Lả", "Thoong", "Biên"];
/** Of eleven times seven times thirteen people nobody is another. */
const nameOf = (n: number) =>
  [surnames[n % surnames.length], middles[n % middles.length], given[n % given.length]].join(" ");

/** A day of the past, as it is typed. */
export const daysAgo = (days: number) => formatDay(plusDays(dayAt(new Date()), -days));

/**
 * Letters of households of one hamlet about one road, each with its own name, house and telephone: the same words from another
 * household. `matter` tells one road from another.
 */
export async function household(
  province: Province,
  matter: number,
  change: Record<string, unknown> = {},
): Promise<Household> {
  drawn += 1;
  const fullName = nameOf(drawn);
  const letter = await taken(province, {
    fullName,
    address: `số ${drawn}, bản ${matter}, xã Nậm Lạnh ${drawn}`,
    phone: `0968${String(100_000 + drawn * 41)}`,
    idNumber: "",
    subject: `Kiến nghị bồi thường khi làm đường ${matter}`,
    content: `Quyết định số ${4000 + matter * 13} thu hồi đất làm đường vào bản ${matter} tính đơn giá ${52_000 + matter * 7} đồng một mét vuông là thấp so
      với giá thị trường, không tính cây ăn quả đã cho thu hoạch và công trình phụ của các hộ dân trong bản. Các hộ đã được mời họp ngày
      ${1 + (matter % 27)}/8/2026 nhưng không được giải thích cách tính, biên bản họp không ghi ý kiến của người dân. Đề nghị kiểm tra lại đơn giá, bổ sung
      cây cối và công trình phụ, tổ chức đối thoại với các hộ trước khi thu hồi đất và trả lời bằng văn bản cho từng hộ dân.`,
    class: "proposal",
    channel: "post",
    ...change,
  });
  return { ...letter, fullName };
}

let matters = 0;
export const newMatter = () => {
  matters += 1;
  return matters;
};

const handler = (province: Province) => as(province.phuTho, committee, "specialist");

/** A case of the People's Committee's office, of so many households. */
export async function caseOf(
  province: Province,
  count: number,
  change: Record<string, unknown> = {},
): Promise<Case & { matter: number }> {
  const matter = newMatter();
  const letters: Household[] = [];
  for (let n = 0; n < count; n += 1) letters.push(await household(province, matter, change));
  const [first, ...others] = letters;
  if (!first) throw new Error("a case of no letter");
  const { caseId, code } = await executeCommand(openCase, handler(province), {
    petitionId: first.petitionId,
    title: `Bồi thường khi làm đường ${matter}`,
  });
  if (others.length > 0) {
    await executeCommand(joinCase, handler(province), {
      petitionIds: others.map(({ petitionId }) => petitionId),
      code,
      reason: "Cùng một con đường.",
    });
  }
  return { caseId, code, letters, matter };
}

export async function caseRow(province: Province, { caseId }: { caseId: string }) {
  const [row] = await province.rows<Record<string, unknown>>("select * from petition_cases where id = $1", [
    caseId,
  ]);
  return row ?? {};
}

export const revisionOf = async (province: Province, of: { caseId: string }) =>
  Number((await caseRow(province, of))["revision"]);

export async function membersOf(province: Province, { caseId }: { caseId: string }) {
  return province.rows<Record<string, unknown>>(
    "select petition_id, left_at is not null as left, left_reason, told_how, office_id from petition_case_members where case_id = $1 order by at, id",
    [caseId],
  );
}

export async function representativesOf(province: Province, { caseId }: { caseId: string }) {
  return province.rows<Record<string, unknown>>(
    "select id, full_name, ended_at is not null as ended, end_reason from petition_case_representatives where case_id = $1 order by at, id",
    [caseId],
  );
}

/** Somebody of the case's letters speaks for all. */
export async function appointed(province: Province, of: Case, index = 0): Promise<void> {
  const letter = of.letters[index];
  await executeCommand(appointRepresentative, handler(province), {
    caseId: of.caseId,
    revision: await revisionOf(province, of),
    petitionId: letter?.petitionId,
    fullName: letter?.fullName,
    document: "Giấy cử ngày họp bản",
    appointedOn: daysAgo(1),
  });
}

export async function answered(province: Province, of: Case): Promise<void> {
  await executeCommand(answerCase, as(province.phuTho, committee, "chief"), {
    caseId: of.caseId,
    revision: await revisionOf(province, of),
    words: "Điều chỉnh đơn giá, bổ sung cây cối.",
    documentNumber: "77/UBND-TCD",
    answeredOn: daysAgo(0),
  });
}

/** One step of the law, so many days ago. */
export async function stepped(province: Province, of: Case, kind: string, days: number): Promise<void> {
  await executeCommand(recordCaseStep, as(province.phuTho, committee, "chief"), {
    caseId: of.caseId,
    revision: await revisionOf(province, of),
    kind,
    onDay: daysAgo(days),
    document: `${days}/TB-UBND`,
    note: "Đã thực hiện.",
  });
}
