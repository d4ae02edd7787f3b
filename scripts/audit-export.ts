// npm run --silent audit:export -- --tenant <slug> > f.jsonl
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { emptyHead, formatAuditLine } from "@/lib/platform/audit/chain";
import { type Ask, findTenant, readChain } from "@/lib/platform/audit/read-chain";
import { words } from "./lib/audit-words";
import { Fault, runMain } from "./lib/fault.mjs";
import { withOwnerReading } from "./lib/owner-reading";

function tenantAsked(): string {
  try {
    const { tenant } = parseArgs({ options: { tenant: { type: "string" } } }).values;
    if (tenant) return tenant;
  } catch {
    // parseArgs throws on an option it does not know: the usage line says what it does.
  }
  throw new Fault(words.exportUsage, 2);
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

async function write(ask: Ask, slug: string): Promise<void> {
  const tenantId = await findTenant(ask, slug);
  if (!tenantId) throw new Fault(words.noTenant(slug), 2);
  let count = 0;
  let head = emptyHead;
  async function* text(): AsyncGenerator<string> {
    for await (const line of readChain(ask, tenantId ?? "")) {
      count += 1;
      head = line.hash;
      yield `${formatAuditLine(line)}\n`;
    }
  }
  try {
    // pipeline waits for a slow reader, so that nothing piles up here.
    await pipeline(Readable.from(text()), process.stdout, { end: false });
  } catch (error) {
    // Who reads only the first lines (`| head`) has what they wanted.
    if (isClosedPipe(error)) return;
    throw error;
  }
  console.error(words.exported(count, head));
}

await runMain(async () => {
  const slug = tenantAsked();
  await withOwnerReading((ask) => write(ask, slug));
});
