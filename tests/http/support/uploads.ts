import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Made } from "@/tests/support/files/make-files";
import type { SeededDatabase } from "@/tests/support/seeded";

/** A form as a browser sends it. */
export function formWith(fields: Readonly<Record<string, string>>, files: readonly Made[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, type, bytes } of files)
    form.append("files", new File([new Uint8Array(bytes)], name, { type }));
  return form;
}

/** Ids of everything whose bytes lie in the storage, and whatever else lies beside them. */
export function keptBytes(): string[] {
  const folder = process.env.PORTAL_DATA ?? "";
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

export async function keptRows(database: SeededDatabase): Promise<{ id: string; name: string }[]> {
  const { rows } = await database
    .pool("owner")
    .query<{ id: string; name: string }>("select id, name from files order by id");
  return rows;
}
