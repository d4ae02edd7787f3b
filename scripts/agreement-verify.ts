import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type AgreementPdfVerification, verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import { problemWords, signatureWords, words } from "./lib/agreement-verify-words";

/** Exit codes: 0 valid, 1 not valid, 2 wrong use. */
const EXIT = { valid: 0, invalid: 1, usage: 2 } as const;

function main(): number {
  const given = readArguments();
  if (!given) return complain(words.usage);
  const bytes = read(given.file);
  if (!bytes) return complain(words.cannotRead(given.file));
  const roots: Buffer[] = [];
  for (const path of given.roots) {
    const root = read(path);
    if (!root) return complain(words.cannotRead(path));
    if (!isCertificate(root)) return complain(words.badRoot(path));
    roots.push(root);
  }
  const result = verifyAgreementPdf(bytes, {
    roots,
    now: new Date(),
    ...(given.issued ? { issued: given.issued } : {}),
  });
  if (given.json) console.log(JSON.stringify({ file: given.file, ...result }, null, 2));
  else printWords(given.file, result, given.issued === undefined);
  return result.ok ? EXIT.valid : EXIT.invalid;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        root: { type: "string", multiple: true },
        sha256: { type: "string" },
        length: { type: "string" },
        json: { type: "boolean" },
      },
    });
    const [file] = positionals;
    const roots = values.root ?? [];
    const length = Number(values.length);
    if (!file || positionals.length > 1 || roots.length === 0) return undefined;
    if ((values.sha256 === undefined) !== (values.length === undefined)) return undefined;
    const issued = values.sha256 === undefined ? undefined : { sha256: values.sha256, length };
    return { file, roots, issued, json: values.json ?? false };
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

function isCertificate(bytes: Buffer): boolean {
  try {
    return new X509Certificate(bytes).ca;
  } catch {
    // OpenSSL's error names its own source lines, which help nobody here.
    return false;
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return EXIT.usage;
}

function printWords(file: string, result: AgreementPdfVerification, unrecorded: boolean): void {
  console.log(result.ok ? words.valid(file, result.signatures.length) : words.invalid(file));
  result.signatures.forEach((signature, index) => {
    const office = [signature.signerTitle, signature.signerOffice].filter((part) => part !== "").join(", ");
    const name = signature.signerName || words.unknownSigner;
    console.log(
      words.signature(index + 1, office ? `${name} (${office})` : name, localTime(signature.claimedAt)),
    );
    const problems = signature.problems.map((problem) => signatureWords[problem]);
    console.log(`  ${problems.length === 0 ? words.fine : problems.join("; ")}`);
  });
  for (const problem of result.problems) console.log(problemWords(problem));
  if (unrecorded) console.log(words.unrecorded);
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
