import { executeCommand } from "@/lib/platform/commands/execute-command";
import { addItem } from "@/lib/work-programmes/commands/add-item";
import { carryDown } from "@/lib/work-programmes/commands/carry-down";
import { draftProgramme } from "@/lib/work-programmes/commands/draft-programme";
import { issueProgramme } from "@/lib/work-programmes/commands/issue-programme";
import { as } from "@/prisma/seed/caller";
import { committeeChair, type Input, leaderPost } from "./meeting-stages";
import { committee, type Province, party } from "./province";
import { dutyOf } from "./task-stages";

/** A programme of the Party committee, kept by its office, in a year in which nothing else is. */
export type ProgrammeStage = { programmeId: string; year: number };
export type ItemStage = ProgrammeStage & { itemId: string };

let yearsTaken = 0;

/** A year in which nothing is: after those of the demonstration. */
export function freshYear(): number {
  yearsTaken += 1;
  return 2030 + yearsTaken;
}

export function bodyId({ phuTho }: Province, code: string): string {
  const id = phuTho.bodies.get(code);
  if (!id) throw new Error(`no body ${code}`);
  return id;
}

export const approval = {
  approvalNumber: "15-TB/TU",
  approvedOn: "20/11/2026",
  approvedBy: "Bí thư Tỉnh ủy Đặng Quốc Trung",
};

export const decision = {
  decisionNumber: "31-TB/TU",
  decidedOn: "25/11/2026",
  decidedBy: "Bí thư Tỉnh ủy Đặng Quốc Trung",
};

/** What an item says, as its form sends it; the party office leads by a duty that names it. */
export async function itemInput(province: Province, year: number, more: Input = {}): Promise<Input> {
  return {
    title: "Hội nghị Ban Chấp hành Đảng bộ tỉnh về kinh tế, xã hội",
    due: `10/02 – 11/02/${year}`,
    dutyId: await dutyOf(province, "party-meetings"),
    leaderPostId: leaderPost(province, committeeChair),
    submittedBodyId: bodyId(province, "TU"),
    others: "Sở Tài chính",
    note: "",
    ...more,
  };
}

export async function drafted(
  province: Province,
  period: string,
  { office = party, body = "TU" }: { office?: string; body?: string } = {},
): Promise<string> {
  const { programmeId } = await executeCommand(draftProgramme, as(province.phuTho, office, "specialist"), {
    bodyId: bodyId(province, body),
    period,
  });
  return programmeId;
}

export async function added(
  province: Province,
  programmeId: string,
  input: Input,
  office: string = party,
): Promise<string> {
  const { itemId } = await executeCommand(addItem, as(province.phuTho, office, "specialist"), {
    programmeId,
    ...input,
  });
  return itemId;
}

export async function issue(province: Province, programmeId: string, office: string = party): Promise<void> {
  const { revision } = await programmeRow(province, programmeId);
  await executeCommand(issueProgramme, as(province.phuTho, office, "chief"), { programmeId, revision });
}

/** A draft of a year with one item. */
export async function yearDraft(province: Province, year = freshYear()): Promise<ItemStage> {
  const programmeId = await drafted(province, String(year));
  const itemId = await added(province, programmeId, await itemInput(province, year));
  return { programmeId, year, itemId };
}

export async function yearIssued(province: Province, year = freshYear()): Promise<ItemStage> {
  const stage = await yearDraft(province, year);
  await issue(province, stage.programmeId);
  return stage;
}

/** A draft of a first quarter under an issued year, with nothing in it. */
export async function quarterDraft(province: Province): Promise<ProgrammeStage & { above: ItemStage }> {
  const above = await yearIssued(province);
  return { programmeId: await drafted(province, `quý I/${above.year}`), year: above.year, above };
}

/** The same with what falls due in it. */
export async function quarterCarried(province: Province): Promise<ProgrammeStage & { above: ItemStage }> {
  const stage = await quarterDraft(province);
  await executeCommand(carryDown, as(province.phuTho, party, "specialist"), {
    programmeId: stage.programmeId,
  });
  return stage;
}

/** An issued year of the committee with an item on the days of `itemInput`, under the same leader. */
export async function committeeYear(province: Province, year: number, more: Input = {}): Promise<ItemStage> {
  const programmeId = await drafted(province, String(year), { office: committee, body: "UBND" });
  const input = await itemInput(province, year, {
    title: "Hội nghị xúc tiến đầu tư của tỉnh",
    dutyId: "",
    submittedBodyId: "",
    ...more,
  });
  const itemId = await added(province, programmeId, { ...input, despite: "yes" }, committee);
  await issue(province, programmeId, committee);
  return { programmeId, year, itemId };
}

export async function programmeRow(
  province: Province,
  programmeId: string,
): Promise<Record<string, unknown>> {
  const [row] = await province.rows<Record<string, unknown>>(
    "select *, starts_on::text as starts_on, ends_on::text as ends_on from work_programmes where id = $1",
    [programmeId],
  );
  if (!row) throw new Error("no such programme");
  return row;
}

export function itemRows(province: Province, programmeId: string): Promise<Record<string, unknown>[]> {
  return province.rows(
    `select i.*, i.starts_on::text as starts_on, i.ends_on::text as ends_on, o.code as lead from programme_items i
      join offices o on o.tenant_id = i.tenant_id and o.id = i.lead_office_id where i.programme_id = $1 order by i.ordinal`,
    [programmeId],
  );
}

export async function itemRow(province: Province, itemId: string): Promise<Record<string, unknown>> {
  const [row] = await province.rows<Record<string, unknown>>(
    "select *, starts_on::text as starts_on, ends_on::text as ends_on from programme_items where id = $1",
    [itemId],
  );
  if (!row) throw new Error("no such item");
  return row;
}

/** Who may read a programme, and as what. */
export async function programmeReaders(
  province: Province,
  programmeId: string,
): Promise<Record<string, string>> {
  const rows = await province.rows<{ code: string; level: string }>(
    `select o.code, a.level from access a join offices o on o.tenant_id = a.tenant_id and o.id = a.office_id
      where a.kind = 'work-programme' and a.subject_id = $1 order by o.ordinal`,
    [programmeId],
  );
  return Object.fromEntries(rows.map(({ code, level }) => [code, level]));
}
