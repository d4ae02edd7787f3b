import "server-only";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { FileProblem } from "../types";
import { NotTaken } from "./problem";
import type { HeadLine } from "./secret-mark";

const place = "lib/platform/files/examine/pdf-worker.mjs";
const longestMs = 10_000;
const memory = { maxOldGenerationSizeMb: 384 };

type PdfHead = { lines: HeadLine[]; values: string[]; read: boolean };
type Answer = PdfHead | { problem: FileProblem };

/** Looked for upwards from the working folder: a standalone build runs from its own, with its own copy. */
function locate(): string {
  for (const start of [process.cwd(), dirname(process.argv[1] ?? process.cwd())]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const found = join(/* turbopackIgnore: true */ folder, place);
      if (existsSync(found)) return found;
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error(`The reader of PDF files was not found (${place})`);
}

// Asked of the process: a bundler that sees a thread being started would take everything along that could be its file.
function startThread(): Worker {
  const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");
  return new Thread(locate(), { resourceLimits: memory });
}

let thread: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

function ask(bytes: Uint8Array): Promise<Answer> {
  const worker = (thread ??= startThread());
  return new Promise((resolve) => {
    const done = (answer: Answer) => {
      clearTimeout(timer);
      worker.off("message", done).off("error", giveUp).off("exit", giveUp);
      // Nothing waits for it now: a process that has nothing else to do may end.
      worker.unref();
      resolve(answer);
    };
    const giveUp = () => {
      thread = undefined;
      void worker.terminate();
      done({ problem: "tooComplex" });
    };
    const timer = setTimeout(giveUp, longestMs);
    worker.ref();
    worker.once("message", done);
    worker.once("error", giveUp);
    worker.once("exit", giveUp);
    // A thread has no origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(bytes);
  });
}

/** The head of page one and the properties of a PDF, one file after another; throws what is not taken. */
export async function readPdf(bytes: Uint8Array): Promise<PdfHead> {
  const mine = last.then(() => ask(bytes));
  last = mine;
  const answer = await mine;
  if ("problem" in answer) throw new NotTaken(answer.problem);
  return answer;
}
