// npm run audit:verify -- --tenant <slug> | --file f.jsonl [--head <hash>]; exit 0 sound, 1 not, 2 wrong use
import { accessSync, constants } from "node:fs";
import { parseArgs } from "node:util";
import { type ChainVerdict, parseAuditLine, verifyChain } from "@/lib/platform/audit/chain";
import { type Ask, findTenant, readChain, readHead } from "@/lib/platform/audit/read-chain";
import { faultWords, words } from "./lib/audit-words";
import { Fault, runMain } from "./lib/fault.mjs";
import { withOwnerReading } from "./lib/owner-reading";
import { readLines } from "./lib/read-lines";

type Asked = { tenant?: string | undefined; file?: string | undefined; witness: { witness?: string } };

function readArguments(): Asked {
  try {
    const { values } = parseArgs({
      options: { tenant: { type: "string" }, file: { type: "string" }, head: { type: "string" } },
    });
    const { tenant, file, head } = values;
    const isHash = head === undefined || /^[0-9a-f]{64}$/i.test(head);
    if (isHash && Boolean(tenant) !== Boolean(file)) {
      return { tenant, file, witness: head ? { witness: head.toLowerCase() } : {} };
    }
  } catch {
    // parseArgs throws on an option it does not know: the usage line says what it does.
  }
  throw new Fault(words.verifyUsage, 2);
}

async function verifyLive(ask: Ask, slug: string, witness: Asked["witness"]): Promise<ChainVerdict> {
  const tenant = await findTenant(ask, slug);
  if (!tenant) throw new Fault(words.noTenant(slug), 2);
  return verifyChain(readChain(ask, tenant), { tenant, recorded: await readHead(ask, tenant), ...witness });
}

async function* parsedLines(path: string) {
  for await (const text of readLines(path)) yield parseAuditLine(text);
}

async function verifyFile(path: string, witness: Asked["witness"]): Promise<ChainVerdict> {
  try {
    accessSync(path, constants.R_OK);
  } catch {
    // Missing or not allowed: for the person at the command line one answer.
    throw new Fault(words.cannotRead(path), 2);
  }
  return verifyChain(parsedLines(path), witness);
}

function tell(verdict: ChainVerdict): void {
  if (!verdict.ok) throw new Fault(faultWords(verdict.fault));
  console.log(words.sound(verdict.count, verdict.head));
  if (verdict.witnessedAt !== null) console.log(words.witnessed(verdict.witnessedAt));
}

await runMain(async () => {
  const { tenant, file, witness } = readArguments();
  tell(
    file
      ? await verifyFile(file, witness)
      : await withOwnerReading((ask) => verifyLive(ask, tenant ?? "", witness)),
  );
});
