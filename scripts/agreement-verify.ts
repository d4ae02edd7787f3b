// npm run agreement:verify: judges a signed PDF by itself, on a machine that need not know the portal. Fetches nothing.
import type { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkOffline, isPdf, type OfflineCheck } from "@/lib/agreements/signing/check-offline";
import { readCertificates } from "@/lib/agreements/signing/read-certificates";
import { problemWords, signatureWords, words } from "./lib/agreement-verify-words";

/** Exit codes: 0 whole and every signature valid, 1 not, 2 not a PDF or wrong use. */
const EXIT = { valid: 0, invalid: 1, usage: 2 } as const;

function main(): number {
  const given = readArguments();
  if (!given) return complain(words.usage);
  const bytes = read(given.file);
  if (!bytes) return complain(words.cannotRead(given.file));
  if (!isPdf(bytes)) return complain(words.notPdf(given.file));
  const roots: X509Certificate[] = [];
  for (const path of given.trust) {
    const pem = read(path);
    if (!pem) return complain(words.cannotRead(path));
    const certificates = certificatesOf(pem);
    if (!certificates) return complain(words.badRoot(path));
    roots.push(...certificates);
  }
  const result = checkOffline(bytes, { roots, now: new Date() });
  if (given.json) console.log(JSON.stringify({ file: given.file, ...result }, null, 2));
  else printWords(given.file, result);
  return result.ok ? EXIT.valid : EXIT.invalid;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { trust: { type: "string", multiple: true }, json: { type: "boolean" } },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1) return undefined;
    return { file, trust: values.trust ?? [], json: values.json ?? false };
  } catch {
    // parseArgs throws on an option it does not know: the usage line says what it does.
    return undefined;
  }
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Missing, a folder or not allowed: for the person at the command line one answer.
    return undefined;
  }
}

function certificatesOf(bytes: Buffer): X509Certificate[] | undefined {
  try {
    return readCertificates(bytes);
  } catch {
    // OpenSSL's error names its own source lines, which help nobody here.
    return undefined;
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return EXIT.usage;
}

function verdict(file: string, { ok, signatures }: OfflineCheck): string {
  if (!ok) return words.invalid(file);
  return signatures.length === 0 ? words.unsigned(file) : words.valid(file, signatures.length);
}

function printWords(file: string, result: OfflineCheck): void {
  console.log(verdict(file, result));
  result.signatures.forEach((signature, index) => {
    const office = [signature.signerTitle, signature.signerOffice].filter((part) => part !== "").join(", ");
    const name = signature.signerName || words.unknownSigner;
    console.log(
      words.signature(index + 1, office ? `${name} (${office})` : name, localTime(signature.claimedAt)),
    );
    if (signature.reason !== "") console.log(`  ${words.reason(signature.reason)}`);
    if (signature.stampedAt !== undefined) console.log(`  ${words.stamped(localTime(signature.stampedAt))}`);
    const problems = signature.problems.map((problem) => signatureWords[problem]);
    console.log(`  ${problems.length === 0 ? words.fine : problems.join("; ")}`);
    for (const notice of signature.notices) console.log(`  ${words.notice(signatureWords[notice])}`);
  });
  for (const problem of result.problems) console.log(problemWords(problem));
  console.log(words.unrecorded);
}

function localTime(instant: string | undefined): string {
  if (instant === undefined) return words.unknownTime;
  return new Intl.DateTimeFormat("vi-VN", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(instant));
}

process.exitCode = main();
