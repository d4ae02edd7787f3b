import { execFileSync, spawnSync } from "node:child_process";

/** True when the program can be started here. Tests that need it are skipped by name where it is missing. */
export function isInstalled(program: string): boolean {
  return spawnSync("which", [program]).status === 0;
}

export function run(program: string, args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  return execFileSync(program, [...args], { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
}
