import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const documents = [
  "README.md",
  "ARCHITECTURE.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => join("docs", name)),
  ...readdirSync("lib", { recursive: true, encoding: "utf8" }).map((name) => join("lib", name)),
].filter((path) => path.endsWith(".md"));

/** Targets of links and pictures that lie in this project, without their anchors. */
function linkedFrom(path: string): string[] {
  const links = [...readFileSync(path, "utf8").matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)];
  return links
    .map(([, target = ""]) => target)
    .filter((target) => !target.includes(":"))
    .map((target) => join(dirname(path), target));
}

test("documents are found at all", () => {
  expect(documents.length).toBeGreaterThan(20);
});

test("every link of a document leads to something", () => {
  const dead = documents.flatMap((path) =>
    linkedFrom(path)
      .filter((target) => !existsSync(target))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test("every test that docs/features.md names is there, and what is done names one", () => {
  const rows = readFileSync("docs/features.md", "utf8")
    .split("\n")
    .filter((line) => /^\| (?:[A-G]?\d+) \|/.test(line));
  expect(rows).toHaveLength(115);
  const missing = rows.flatMap((row) =>
    [...row.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`/g)]
      .map(([, path = ""]) => join("tests", path))
      .filter((path) => !existsSync(path)),
  );
  expect(missing).toEqual([]);
  expect(rows.filter((row) => row.includes("| done |") && !row.includes("`"))).toEqual([]);
});
