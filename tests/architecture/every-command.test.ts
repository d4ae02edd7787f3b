import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
const read = (file: string) => readFileSync(`${root}/${file}`, "utf8");

const commandFiles = globSync("lib/*/commands/*.ts", { cwd: root }).filter((file) =>
  read(file).includes("= defineCommand("),
);

test("the commands are found at all", () => {
  expect(commandFiles.length).toBeGreaterThanOrEqual(19);
});

test.each(commandFiles)("%s holds one command, and a test of its outcomes", (file) => {
  const [, domain] = file.split("/");
  const exported = [...read(file).matchAll(/export const (\w+) = defineCommand\(/g)].map(([, name]) => name);
  expect(exported).toHaveLength(1);
  const proof = `tests/integration/${domain}/${basename(file, ".ts")}.test.ts`;
  expect(existsSync(`${root}/${proof}`), proof).toBe(true);
  expect(read(proof)).toContain(`describeCommand(${exported[0]},`);
});

/**
 * Acts that are no commands of a tenant: sessions and sign-in belong to the account, not to an office. Stories are
 * pictures of forms and change nothing.
 */
const actionsOfAccounts = [
  "app/[tenant]/account/actions.ts",
  "app/sign-in/actions.ts",
  "app/stories/actions.ts",
  "lib/platform/auth/actions.ts",
];

const actionFiles = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: root })
  .filter((file) => /^\s*["']use server["']/m.test(read(file)))
  .sort();

test("the named actions of accounts are still there", () => {
  expect(actionFiles).toEqual(expect.arrayContaining(actionsOfAccounts));
});

test.each(actionFiles.filter((file) => !actionsOfAccounts.includes(file)))(
  "%s offers nothing but commands behind forms",
  (file) => {
    const offered = [...read(file).matchAll(/^export .*/gm)].map(([line]) => line);
    expect(offered.length).toBeGreaterThan(0);
    for (const line of offered) expect(line).toMatch(/^export const \w+Action = formAction\(\w+, \{/);
  },
);

test("every command is offered by an action of its module, or by an upload where it takes files", () => {
  for (const file of commandFiles) {
    const [, domain] = file.split("/");
    const [, name] = /export const (\w+) = defineCommand\(/.exec(read(file)) ?? [];
    const uploads = `lib/${domain}/uploads.ts`;
    const offered =
      read(`lib/${domain}/actions.ts`) + (existsSync(`${root}/${uploads}`) ? read(uploads) : "");
    expect(offered, name).toMatch(new RegExp(`(formAction|uploadAction)\\(${name},`));
  }
});
