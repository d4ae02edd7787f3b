import { keepCompetence } from "@/lib/petitions/commands/keep-competence";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { officeIdOf } from "./petition-way";
import { committee, council, type Province } from "./province";

export const competenceBasis = "Luật (giả định) số 01/2026, Điều 3 khoản 2";

/** A day from today, as the database has it and as it is typed. */
export const dayIn = (days: number) => plusDays(dayAt(new Date()), days);
export const typedIn = (days: number) => formatDay(dayIn(days));

let next = 0;

async function countRows(province: Province): Promise<number> {
  const [row] = await province.rows<{ count: number }>(
    "select count(*)::int as count from competence_rows where tenant_id = $1",
    [province.phuTho.tenant.id],
  );
  return row?.count ?? 0;
}

/** A subject of the province's own, each call another. */
export async function keepingInput(province: Province, change: Record<string, unknown> = {}) {
  next += 1;
  return {
    rows: await countRows(province),
    subjectKey: "",
    label: `Nội dung riêng của tỉnh ${next}`,
    officeId: officeIdOf(province, council),
    basis: competenceBasis,
    validFrom: typedIn(0),
    ...change,
  };
}

export type KeptSubject = { id: string; key: string; label: string };

export async function keptRow(
  province: Province,
  change: Record<string, unknown> = {},
): Promise<KeptSubject> {
  const { rowId } = await executeCommand(
    keepCompetence,
    as(province.phuTho, committee, "chief"),
    await keepingInput(province, change),
  );
  const [row] = await province.rows<KeptSubject>(
    "select id, subject_key as key, label from competence_rows where id = $1",
    [rowId],
  );
  if (!row) throw new Error("nothing is kept");
  return row;
}

/** The days of a subject's rows. */
export async function daysOfSubject(province: Province, key: string) {
  return province.rows<{ from: string; until: string | null; withdrawn: boolean }>(
    `select valid_from::text as from, valid_until::text as until, withdrawn_at is not null as withdrawn
      from competence_rows where subject_key = $1 order by valid_from`,
    [key],
  );
}
