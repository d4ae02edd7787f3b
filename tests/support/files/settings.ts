import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** The settings files are examined under, without a database; answers the folder they would be kept in. */
export function useFileSettings(settings: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "files-"));
  const known: Record<string, string> = {
    DATABASE_URL: "postgres://nobody@localhost/none",
    DATABASE_AUTH_URL: "postgres://nobody@localhost/none",
    AUTH_SECRET: "kathmandu-only-for-tests-0123456789",
    PORTAL_SERVER_KEY: Buffer.alloc(32).toString("base64"),
    PORTAL_DATA: folder,
    ...settings,
  };
  for (const [name, value] of Object.entries(known)) process.env[name] = value;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
