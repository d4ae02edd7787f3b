import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { TableFault } from "@/lib/platform/imports/read-table";
import { Fault } from "./fault.mjs";
import type { ImportWords } from "./import-words";
import { withDatabase } from "./owner-database.mjs";

/** One connection as the owner's worker in an open transaction. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

type LineFault = { line: number; error: string };

export type ImportPlace = { tenantId: string; tenantSlug: string; officeId: string };

type Asked<Kind> = {
  tenant: string;
  office: string;
  dryRun: boolean;
  json: boolean;
  by: string | undefined;
  file: string;
  kind: Kind;
};

export type ImportCommand<Kind extends string> = {
  kinds: readonly Kind[];
  words: ImportWords;
  /** Whether somebody may be named who answers for it. */
  namesWho?: boolean;
  /** Reads the file and writes its lines; what it returns of each line is told with `--json`. */
  write: (
    query: Query,
    input: ImportPlace & { file: Uint8Array; kind: Kind; by: string | undefined; now: Date },
  ) => Promise<{
    written: readonly { line: number }[];
    faults: readonly LineFault[];
    /** What stays on record of a trial, in a transaction of its own. */
    leaves?: ((query: Query) => Promise<unknown>) | undefined;
  }>;
  /** Within the transaction, when all its lines stand. */
  beforeCommit?: (query: Query, place: ImportPlace) => Promise<unknown>;
};

function asked<Kind extends string>({ kinds, words, namesWho }: ImportCommand<Kind>): Asked<Kind> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        tenant: { type: "string" },
        office: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        by: { type: "string" },
      },
    });
    const [file = "", ...more] = positionals;
    const kind = kinds.find((each) => file.toLowerCase().endsWith(`.${each}`));
    const { tenant, office, json, by } = values;
    if (tenant && office && kind && more.length === 0 && (namesWho || by === undefined)) {
      return { tenant, office, dryRun: values["dry-run"], json, by, file, kind };
    }
  } catch {
    // parseArgs throws on an option it does not know: the usage line says what it does.
  }
  throw new Fault(words.usage, 2);
}

async function placeOf(
  query: Query,
  { tenant, office }: Asked<string>,
  words: ImportWords,
): Promise<ImportPlace> {
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

function tell(
  { json, dryRun }: Asked<string>,
  words: ImportWords,
  written: readonly unknown[],
  faults: readonly LineFault[],
): void {
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

async function importFile<Kind extends string>(
  url: string,
  command: ImportCommand<Kind>,
  what: Asked<Kind>,
): Promise<boolean> {
  const { words } = command;
  const file = await readFile(what.file).catch(() => {
    throw new Fault(words.noFile(what.file), 2);
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query: Query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  try {
    await query("begin");
    const place = await placeOf(query, what, words);
    const { written, faults, leaves } = await command.write(query, {
      ...place,
      file,
      kind: what.kind,
      by: what.by,
      now: new Date(),
    });
    const commits = faults.length === 0 && !what.dryRun;
    if (commits) await command.beforeCommit?.(query, place);
    await query(commits ? "commit" : "rollback");
    if (!commits && faults.length === 0 && leaves) {
      await query("begin");
      await query("select set_config('app.tenant_id', $1, true)", [place.tenantId]);
      await leaves(query);
      await query("commit");
    }
    const inOrder = [...faults].sort((one, other) => one.line - other.line);
    tell(what, words, written, inOrder);
    return faults.length === 0;
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    tell(what, words, [], [{ line: 1, error: error.message }]);
    return false;
  } finally {
    await client.end();
  }
}

/**
 * `-- --tenant <slug> --office <code> [--dry-run] [--json] file`: all lines of a file or none, in one transaction.
 * Exit 1 when a line could not be brought in, 2 when it was asked wrongly.
 */
export async function importByCommand<Kind extends string>(command: ImportCommand<Kind>): Promise<void> {
  const what = asked(command);
  const ok = await withDatabase((urls: Record<string, string | undefined>) =>
    importFile(urls["DATABASE_DIRECT_URL"] ?? "", command, what),
  );
  if (!ok) process.exitCode = 1;
}
