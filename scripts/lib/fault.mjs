import { messages } from "./messages.mjs";

/** A failure the operator can mend: printed as it is, without a stack. `code` is the exit code. */
export class Fault extends Error {
  constructor(message, code = 1) {
    super(message);
    this.name = "Fault";
    this.code = code;
  }
}

/** Runs a command's main function; a Fault is shown as its text, anything else with its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof Fault) console.error(`\n${error.message}`);
    else if (error?.code === "ENOSPC") console.error(`\n${messages.diskFull(error.path ?? process.cwd())}`);
    else console.error(error);
    process.exit(error instanceof Fault ? error.code : 1);
  }
}
