import { readPetitions } from "@/lib/petitions/import/read-petitions";
import { type Query, writePetitions } from "@/lib/petitions/import/write-petitions";
import { derivedLetterKey } from "@/lib/platform/derived-letter-key";
import { committee, type Province } from "@/tests/support/builders/province";
import { testServerKey } from "@/tests/support/database-names";

export const registerHead =
  "code,receivedOn,receivedBy,channel,fullName,address,phone,idNumber,subject,content,class,outcome,outcomeOn,documents";

type Asked = { kind?: "csv" | "xlsx"; office?: string; commit?: boolean; by?: string };

/** Imports a register as the command does, on one connection of the worker. */
export async function importRegister(
  province: Province,
  text: string | Uint8Array,
  { kind = "csv", office = committee, commit = true, by }: Asked = {},
) {
  const file = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const read = await readPetitions(file, kind, new Date());
  const client = await province.pool("worker").connect();
  const query: Query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  try {
    const { tenant, offices } = province.phuTho;
    await query("begin");
    await query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    const done = await writePetitions(query, {
      tenantId: tenant.id,
      tenantSlug: tenant.slug,
      officeId: offices.get(office) ?? "",
      petitions: read.petitions,
      file,
      encryptionKey: derivedLetterKey(Buffer.from(testServerKey, "base64")),
      by,
      now: new Date(),
    });
    const faults = [...read.faults, ...done.faults].sort((one, other) => one.line - other.line);
    await query(commit && faults.length === 0 ? "commit" : "rollback");
    return { written: done.written, faults };
  } finally {
    client.release();
  }
}

/** One cell of a CSV file. */
export function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
