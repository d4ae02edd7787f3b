import "server-only";
import { createHash } from "node:crypto";
import { type FileKind, Upload } from "@/lib/platform/forms/upload";
import { newId } from "@/lib/platform/ids";
import type { FileProblem } from "../types";
import { checkOffice } from "./check-office";
import { checkPdf } from "./check-pdf";
import { checkJpeg, checkPng, refuseSecondNature } from "./check-picture";
import { checkText } from "./check-text";
import { cleanName, kindOf } from "./file-name";
import { NotTaken } from "./problem";
import { scanForViruses } from "./scan";
import { isSecretProperty } from "./secret-mark";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What a file of each kind is handed out as, and what browsers declare for it beside that. */
const types: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  pdf: ["application/pdf", "application/x-pdf"],
  docx: [docx],
  xlsx: [xlsx],
  png: ["image/png"],
  jpg: ["image/jpeg", "image/pjpeg"],
  jpeg: ["image/jpeg", "image/pjpeg"],
  txt: ["text/plain"],
  // Windows with Excel installed declares it so.
  csv: ["text/csv", "text/plain", "application/vnd.ms-excel", "application/csv"],
};
const undeclared = new Set(["", "application/octet-stream"]);

async function check(kind: FileKind, bytes: Buffer): Promise<boolean> {
  if (kind === "pdf") return checkPdf(bytes);
  if (kind === "docx" || kind === "xlsx") return checkOffice(bytes, kind);
  if (kind === "txt" || kind === "csv") {
    checkText(bytes, kind === "csv");
    return true;
  }
  refuseSecondNature(bytes);
  if (kind === "png") checkPng(bytes);
  else checkJpeg(bytes);
  return false;
}

export type GivenFile = { name: string; declaredType: string; bytes: Uint8Array };

/**
 * Looks at a file before it is kept anywhere: name, declared type and bytes must agree, nothing in it may run, and neither
 * its head nor its properties may carry a mark of a secret. Answers the file to keep, or why it is not taken.
 */
export async function examineFile(given: GivenFile): Promise<Upload | FileProblem> {
  const name = cleanName(given.name);
  const bytes = Buffer.from(given.bytes.buffer, given.bytes.byteOffset, given.bytes.byteLength);
  const kind = kindOf(name);
  const declared = given.declaredType.toLowerCase().split(";")[0]?.trim() ?? "";
  if (kind === null) return "kindNotTaken";
  if (bytes.length === 0) return "empty";
  if (!undeclared.has(declared) && !types[kind].includes(declared)) return "notWhatItSays";
  if (bytes.length < 16 && kind !== "txt" && kind !== "csv") return "notWhatItSays";
  try {
    if (isSecretProperty(name.replace(/\.[^.]+$/, ""))) throw new NotTaken("secretMark");
    const textRead = await check(kind, bytes);
    await scanForViruses(bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return new Upload({ id: newId(), name, type: types[kind][0], bytes, sha256, textRead });
  } catch (error) {
    if (error instanceof NotTaken) return error.problem;
    // Bytes that lead a reader beyond their end are those of a broken file, whatever it is.
    if (error instanceof RangeError) return "broken";
    throw error;
  }
}
