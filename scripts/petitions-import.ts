// npm run petitions:import -- --tenant <slug> --office <code> [--dry-run] [--json] file.csv|xlsx
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { type LineFault, readPetitions } from "@/lib/petitions/import/read-petitions";
import { type Query, type Written, writePetitions } from "@/lib/petitions/import/write-petitions";
import { TableFault } from "@/lib/platform/imports/read-table";
import { Fault, runMain } from "./lib/fault.mjs";
import { petitionWords as words } from "./lib/import-words";
import { letterKeyHere } from "./lib/letter-key";
import { withDatabase } from "./lib/owner-database.mjs";

type Asked = {
  tenant: string;
  office: string;
  dryRun: boolean;
  json: boolean;
  file: string;
  kind: "csv" | "xlsx";
};

function asked(): Asked {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        tenant: { type: "string" },
        office: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const [file] = positionals;
    const kind = /\.(csv|xlsx)$/i.exec(file ?? "")?.[1]?.toLowerCase();
    if (
      values.tenant &&
      values.office &&
      file &&
      positionals.length === 1 &&
      (kind === "csv" || kind === "xlsx")
    ) {
      const { tenant, office, json } = values;
      return { tenant, office, dryRun: values["dry-run"], json, file, kind };
    }
  } catch {
    // parseArgs throws on an option it does not know: the usage line says what it does.
  }
  throw new Fault(words.usage, 2);
}

async function placeOf(
  query: Query,
  { tenant, office }: Asked,
): Promise<{ tenantId: string; tenantSlug: string; officeId: string }> {
  const [found] = await query<{ id: string }>("select id from tenants where slug = $1", [tenant]);
  if (!found) throw new Fault(words.noTenant(tenant), 2);
  await query("select set_config('app.tenant_id', $1, true)", [found.id]);
  const [own] = await query<{ id: string }>("select id from offices where tenant_id = $1 and code = $2", [
    found.id,
    office.normalize("NFC"),
  ]);
  if (!own) throw new Fault(words.noOffice(office), 2);
  return { tenantId: found.id, tenantSlug: tenant, officeId: own.id };
}

function tell({ json, dryRun }: Asked, written: readonly Written[], faults: readonly LineFault[]): void {
  if (json) {
    // All or nothing: with a fault nothing was written, so only the faults are told.
    const lines = faults.length > 0 ? faults : written;
    for (const line of lines) console.log(JSON.stringify(line));
    return;
  }
  for (const { line, error } of faults) console.log(words.fault(line, error));
  console.log(
    faults.length > 0
      ? words.nothing(faults.length)
      : dryRun
        ? words.wouldWrite(written.length)
        : words.wrote(written.length),
  );
}

async function importFile(url: string, what: Asked): Promise<boolean> {
  const bytes = await readFile(what.file).catch(() => {
    throw new Fault(words.noFile(what.file), 2);
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query: Query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  try {
    const now = new Date();
    await query("begin");
    const place = await placeOf(query, what);
    const read = await readPetitions(bytes, what.kind, now);
    const { written, faults } = await writePetitions(query, {
      ...place,
      petitions: read.petitions,
      file: bytes,
      encryptionKey: letterKeyHere(),
      now,
    });
    const all = [...read.faults, ...faults].sort((one, other) => one.line - other.line);
    const commits = all.length === 0 && !what.dryRun;
    await query(commits ? "commit" : "rollback");
    tell(what, written, all);
    return all.length === 0;
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    tell(what, [], [{ line: 1, error: error.message }]);
    return false;
  } finally {
    await client.end();
  }
}

await runMain(async () => {
  const what = asked();
  const ok = await withDatabase((urls: Record<string, string | undefined>) =>
    importFile(urls["DATABASE_DIRECT_URL"] ?? "", what),
  );
  if (!ok) process.exitCode = 1;
});
