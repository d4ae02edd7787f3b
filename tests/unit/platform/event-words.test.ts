import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import english from "@/messages/en.json";
import vietnamese from "@/messages/vi.json";

const read = (path: string) => readFileSync(path, "utf8");
const files = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("generated"))
    .map((name) => `${folder}/${name}`);
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);

/** Every name a command or a function of the database can write into the history. */
const written = [
  ...files("lib", "events.ts").flatMap((path) => matches(read(path), /"([a-z]+\.[a-z][A-Za-z]+)"/g)),
  ...files("prisma/migrations", "migration.sql").flatMap((path) =>
    matches(read(path), /'((?:petitions|tasks|meetings|agreements)\.[a-z][A-Za-z]+)'/g),
  ),
];

/** Those a history says in a sentence of its own; that the sentence is there the compiler knows. */
const said = new Set(
  files("components", "-log.tsx").flatMap((path) => matches(read(path), /case "([a-z]+\.[A-Za-z]+)"/g)),
);

test.each([
  ["vi", vietnamese],
  ["en", english],
])("every event has words (%s), and none is shown by its name", (_, messages) => {
  const events: Record<string, Record<string, string>> = messages.history.events;
  const ofAgreements: Record<string, string> = messages.agreements.events;
  expect(new Set(written).size).toBeGreaterThan(120);
  const speechless = [...new Set(written)].filter((name) => {
    const [module = "", key = ""] = name.split(".");
    return !said.has(name) && !events[module]?.[key] && !(module === "agreements" && ofAgreements[key]);
  });
  expect(speechless).toEqual([]);
  for (const path of files("components", "-log.tsx")) expect(read(path)).not.toContain("{ name }");
});
