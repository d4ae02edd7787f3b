import { takePetition } from "@/lib/petitions/commands/take-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { committee, type Province } from "@/tests/support/builders/province";

/** Somebody nobody else in the database is, so that a trace of the name is a trace of this letter. */
export const denouncer = {
  fullName: "Khổng Thị Mơ",
  address: "Xóm Vực, xã Mỹ Lung",
  phone: "0977 123 456",
  idNumber: "025190009876",
} as const;

export type TakenPetition = { petitionId: string; code: string };

export function takingInput(province: Province, change: Record<string, unknown> = {}) {
  return {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "desk",
    bodyId: province.phuTho.bodies.get("UBND"),
    ...denouncer,
    subject: "Kiến nghị sửa đường vào xóm",
    content: "Đường vào xóm sạt lở từ tháng 9, đề nghị sửa.",
    class: "",
    denounces: "no",
    ...change,
  };
}

/** A letter taken in by the reception officer of the People's Committee's office. */
export async function taken(
  province: Province,
  change: Record<string, unknown> = {},
): Promise<TakenPetition> {
  return executeCommand(
    takePetition,
    as(province.phuTho, committee, "reception-officer"),
    takingInput(province, change),
  );
}

export async function petitionRow(province: Province, { petitionId }: { petitionId: string }) {
  const [row] = await province.rows<Record<string, unknown>>("select * from petitions where id = $1", [
    petitionId,
  ]);
  return row ?? {};
}

export async function peopleOf(province: Province, { petitionId }: { petitionId: string }) {
  return province.rows<Record<string, unknown>>(
    `select identity, full_name, address, phone, id_number, phone_hash is not null as phone_hashed, id_hash is not null as id_hashed,
        sealed is not null as sealed
      from petition_people where petition_id = $1 order by ordinal`,
    [petitionId],
  );
}

export async function gramsOf(province: Province, { petitionId }: { petitionId: string }): Promise<string[]> {
  const rows = await province.rows<{ gram: string }>(
    "select distinct gram from petition_grams where petition_id = $1 order by 1",
    [petitionId],
  );
  return rows.map(({ gram }) => gram);
}

/** Which offices read a letter, and as what. */
export async function readersOfPetition(province: Province, { petitionId }: { petitionId: string }) {
  const rows = await province.rows<{ code: string; level: string }>(
    `select o.code, a.level from access a join offices o on o.id = a.office_id
      where a.kind = 'petition' and a.subject_id = $1 order by o.ordinal`,
    [petitionId],
  );
  return Object.fromEntries(rows.map(({ code, level }) => [code, level]));
}

/** Every text of every table, as one: what is not in it is written nowhere. */
export async function everythingWritten(province: Province): Promise<string> {
  const tables = await province.rows<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const [row] = await province.rows<{ text: string | null }>(
      `select string_agg(t::text, E'\n') as text from ${name} t`,
    );
    texts.push(row?.text ?? "");
  }
  return texts.join("\n");
}
