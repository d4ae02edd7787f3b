import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/**
 * Runs a program to its end in the project's folder: { code, output }. `output` is empty when it goes to the terminal
 * (`show`). `guard` is told the child, so that it ends with the start.
 */
export function runProgram(program, args, { env = process.env, show = false, guard, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: show ? "inherit" : ["ignore", "pipe", "pipe"] });
    guard?.(child);
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", (error) => resolve({ code: 1, output: output + error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
