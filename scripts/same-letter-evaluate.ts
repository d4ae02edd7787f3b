// npm run same-letter:evaluate -- [--pairs <each>] [--seed <n>] [--set <name>] [--json] [pairs.jsonl]
// How well the same letter is recognised: of the five generators, or of a file of labelled pairs that is kept apart.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { randomFrom } from "@/bench/lib/random";
import { evaluate, type Judged, type LabelledPair } from "@/tests/support/same-letter/evaluate";
import { drawPairs } from "@/tests/support/same-letter/noise";
import { drawPostPairs, postKinds } from "@/tests/support/same-letter/posts";
import { drawThirdPairs } from "@/tests/support/same-letter/third";
import { drawUnseenPairs } from "@/tests/support/same-letter/unseen";
import { drawVisitPairs } from "@/tests/support/same-letter/visits";
import { Fault, runMain } from "./lib/fault.mjs";

/** DESIGN §9; a changed goal is a decision record. */
const goals = { recall: 0.98, precision: 0.95 };

const usage =
  "npm run same-letter:evaluate -- [--pairs <each kind>] [--seed <n>] [--set first|second|third|visits|posts] [--json] [pairs.jsonl]\n" +
  'A line of the file: {"kind":"…","same":true,"first":{…},"second":{…}}, letters with fullName, address, phone, idNumber, subject, content.';

const letter = z.object({
  fullName: z.string().default(""),
  address: z.string().default(""),
  phone: z.string().default(""),
  idNumber: z.string().default(""),
  subject: z.string().default(""),
  content: z.string().default(""),
});
const pairSchema = z.object({
  kind: z.string().default("of the file"),
  same: z.boolean(),
  first: letter,
  second: letter,
});

type Judgement = { name: string; fitted: boolean; kinds: Judged[]; all: Judged };

/** The pairs the curve was fitted to were drawn from small seeds: these are others. */
const apart = 3_000;

type Generator = { fitted: boolean; draw: (each: number, seed: number) => LabelledPair[] };

/** Kinds take turns: so many pairs of each. */
const generators: Readonly<Record<string, Generator>> = {
  first: { fitted: true, draw: (each, seed) => drawPairs(randomFrom(apart + seed), 22 * each) },
  second: { fitted: true, draw: (each, seed) => drawUnseenPairs(randomFrom(apart + seed + 10), 40 * each) },
  third: { fitted: true, draw: (each, seed) => drawThirdPairs(randomFrom(apart + seed + 20), 20 * each) },
  visits: { fitted: false, draw: (each, seed) => drawVisitPairs(randomFrom(apart + seed + 30), 22 * each) },
  posts: {
    fitted: false,
    draw: (each, seed) => drawPostPairs(randomFrom(apart + seed + 40), postKinds * each),
  },
};

async function readPairs(file: string): Promise<LabelledPair[]> {
  const pairs: LabelledPair[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, "utf8") })) {
    line += 1;
    if (text.trim() === "") continue;
    try {
      pairs.push(pairSchema.parse(JSON.parse(text)));
    } catch {
      throw new Fault(`${file}, line ${line}: no labelled pair.\n\n${usage}`, 2);
    }
  }
  if (pairs.length === 0) throw new Fault(`${file}: holds no pair.\n\n${usage}`, 2);
  return pairs;
}

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        pairs: { type: "string", default: "40" },
        seed: { type: "string", default: "1" },
        set: { type: "string", default: "" },
        json: { type: "boolean", default: false },
      },
    });
    const [each, seed] = [Number(values.pairs), Number(values.seed)];
    if (
      Number.isInteger(each) &&
      each > 0 &&
      Number.isInteger(seed) &&
      positionals.length < 2 &&
      (values.set === "" || values.set in generators)
    ) {
      return { each, seed, set: values.set, json: values.json, file: positionals[0] };
    }
  } catch {
    // parseArgs throws on an option it does not know: the usage line says what it does.
  }
  throw new Fault(usage, 2);
}

const shown = (value: number | null) => (value === null ? "    –" : value.toFixed(3));
const isMet = ({ recall, precision }: Judged) =>
  (recall ?? 1) >= goals.recall && (precision ?? 1) >= goals.precision;

function printed({ name, fitted, kinds, all }: Judgement): string {
  const width = Math.max(...kinds.map(({ kind }) => kind.length), 3);
  const line = (of: Judged) =>
    `  ${of.kind.padEnd(width)}  ${String(of.pairs).padStart(5)}  ${shown(of.recall)}  ${shown(of.precision)}  ${String(of.mistaken).padStart(5)}`;
  return [
    `${name}${fitted ? " (fitted to other pairs of these kinds)" : ""}`,
    `  ${"kind".padEnd(width)}  pairs  recall  prec.  wrong`,
    ...kinds.map(line),
    line(all),
    `  goal ${goals.recall} and ${goals.precision}: ${isMet(all) ? "met" : "NOT met"}`,
    "",
  ].join("\n");
}

await runMain(async () => {
  const { each, seed, set, json, file } = asked();
  const sets = file
    ? [{ name: file, fitted: false, pairs: await readPairs(file) }]
    : Object.entries(generators)
        .filter(([name]) => set === "" || name === set)
        .map(([name, { fitted, draw }]) => ({ name, fitted, pairs: draw(each, seed) }));
  // Which pieces of a text are its sample depends on the key a little; a known one gives the same figures again.
  const key = Buffer.alloc(32, 7);
  const judged = sets.map(({ pairs, ...set }) => ({ ...set, ...evaluate(pairs, key) }));
  for (const each of judged) {
    if (json) {
      for (const of of [...each.kinds, each.all])
        console.log(JSON.stringify({ set: each.name, fitted: each.fitted, ...of }));
    } else console.log(printed(each));
  }
  process.exitCode = judged.every(({ all }) => isMet(all)) ? 0 : 1;
});
