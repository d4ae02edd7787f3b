import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// A migration and the mark of its end are one transaction (scripts/lib/migrations.mjs): what was cut short has left nothing, and the next
// start runs it again. A script that ends that transaction by itself, or cannot run in one, would leave a half.
const folder = "prisma/migrations";
const endsTransaction = [
  /^\s*(?:begin|start\s+transaction|commit|rollback|end)\s*;/im,
  /\bconcurrently\b/i,
  /^\s*(?:vacuum|create\s+database|drop\s+database|alter\s+system)\b/im,
];

const bodies = /\$(\w*)\$[\s\S]*?\$\1\$/g;
const comments = /--.*$/gm;

function endings(sql: string): string[] {
  const bare = sql.replaceAll(comments, "").replaceAll(bodies, "");
  return endsTransaction.flatMap((pattern) => bare.match(pattern)?.[0].trim() ?? []);
}

const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test("what ends a transaction is found, not what a function's body or a comment says", () => {
  expect(endings("create table a (b int);\nCOMMIT;\n")).toEqual(["COMMIT;"]);
  expect(endings("create index concurrently i on a (b);")).toEqual(["concurrently"]);
  expect(endings("-- commit;\ndo $$ begin perform 1; end; $$;")).toEqual([]);
});

test.each(names)("%s stays in one transaction", (name) => {
  expect(endings(readFileSync(join(folder, name, "migration.sql"), "utf8"))).toEqual([]);
});
