// npm run meetings:import -- --tenant <slug> --office <code> [--dry-run] [--json] file.csv|xlsx|ics
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Query } from "@/lib/meetings/import/names";
import { type LineFault, readMeetings } from "@/lib/meetings/import/read-meetings";
import { type Written, writeMeetings } from "@/lib/meetings/import/write-meetings";
import { TableFault } from "@/lib/platform/imports/read-table";
import { channel } from "@/lib/platform/live/channel";
import { Fault, runMain } from "./lib/fault.mjs";
import { words } from "./lib/import-words";
import { withDatabase } from "./lib/owner-database.mjs";

type Asked = {
  tenant: string;
  office: string;
  dryRun: boolean;
  json: boolean;
  file: string;
  kind: "csv" | "xlsx" | "ics";
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
    const kind = /\.(csv|xlsx|ics)$/i.exec(file ?? "")?.[1]?.toLowerCase();
    if (
      values.tenant &&
      values.office &&
      file &&
      positionals.length === 1 &&
      (kind === "csv" || kind === "xlsx" || kind === "ics")
    ) {
      return {
        tenant: values.tenant,
        office: values.office,
        dryRun: values["dry-run"],
        json: values.json,
        file,
        kind,
      };
    }
  } catch {
    // parseArgs throws on an option it does not know: the usage line says what it does.
  }
  throw new Fault(words.usage, 2);
}

async function placeOf(
  query: Query,
  { tenant, office }: Asked,
): Promise<{ tenantId: string; officeId: string }> {
  const [found] = await query<{ id: string }>("select id from tenants where slug = $1", [tenant]);
  if (!found) throw new Fault(words.noTenant(tenant), 2);
  await query("select set_config('app.tenant_id', $1, true)", [found.id]);
  const [own] = await query<{ id: string }>("select id from offices where tenant_id = $1 and code = $2", [
    found.id,
    office.normalize("NFC"),
  ]);
  if (!own) throw new Fault(words.noOffice(office), 2);
  return { tenantId: found.id, officeId: own.id };
}

function tell(
  json: boolean,
  written: readonly Written[],
  faults: readonly LineFault[],
  dryRun: boolean,
): void {
  if (json) {
    // All or nothing: with a fault nothing was written, so only the faults are told.
    const lines = faults.length > 0 ? faults : written.map(({ line, code, id }) => ({ line, code, id }));
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
    const read = await readMeetings(bytes, what.kind);
    await query("begin");
    const place = await placeOf(query, what);
    const { written, faults } = await writeMeetings(query, {
      ...place,
      meetings: read.meetings,
      file: bytes,
      now: new Date(),
    });
    const all = [...read.faults, ...faults].sort((one, other) => one.line - other.line);
    const commits = all.length === 0 && !what.dryRun;
    if (commits) await query("select pg_notify($1, $2)", [channel, place.tenantId]);
    await query(commits ? "commit" : "rollback");
    tell(what.json, written, all, what.dryRun);
    return all.length === 0;
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    tell(what.json, [], [{ line: 1, error: error.message }], what.dryRun);
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
