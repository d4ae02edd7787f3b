import "server-only";
import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { GivenFile } from "./examine/examine";
import { fieldLimits, largestFile, largestForm, mostFiles, mostHeld } from "./limits";
import type { FileProblem } from "./types";

/** A form as it came: what was typed, files held in memory and nowhere else, and files that were too much. */
export type ReceivedForm = {
  fields: FormData;
  files: readonly (GivenFile & { field: string })[];
  refused: readonly { field: string; name: string; problem: FileProblem }[];
  /** Gives the room in memory free again; to be called once the files were kept or dropped. */
  release: () => void;
};

/** The form did not come as one, or not whole. */
export class BadForm extends Error {}

let held = 0;

type Parts = {
  fields: FormData;
  files: (GivenFile & { field: string })[];
  refused: { field: string; name: string; problem: FileProblem }[];
  taken: number;
};

function take(parts: Parts, count: number): void {
  if (held + count > mostHeld()) throw new DomainError("busy", "busy");
  parts.taken += count;
  held += count;
}

/** Collects one file; what is beyond the limit is read on and thrown away, so that the browser gets its answer. */
function collect(
  parts: Parts,
  field: string,
  stream: Readable & { truncated?: boolean },
  name: string,
  type: string,
) {
  const chunks: Buffer[] = [];
  let tooBig = false;
  stream.on("limit", () => {
    tooBig = true;
    chunks.length = 0;
  });
  stream.on("data", (chunk: Buffer) => {
    if (tooBig) return;
    try {
      take(parts, chunk.length);
      chunks.push(chunk);
    } catch (error) {
      stream.destroy(error as Error);
    }
  });
  stream.on("end", () => {
    if (tooBig) parts.refused.push({ field, name, problem: "tooBig" });
    // A field of files that was left empty comes as a file without a name.
    else if (name !== "" || chunks.length > 0) {
      parts.files.push({ field, name, declaredType: type, bytes: Buffer.concat(chunks) });
    }
  });
}

/** What one form may bring: files, the bytes of each, and bytes in all before the connection is cut. */
export type FormLimits = { files: number; fileBytes: number; formBytes: number };

const usualLimits = (): FormLimits => ({
  files: mostFiles,
  fileBytes: largestFile().bytes,
  formBytes: largestForm(),
});

function parserOf(request: Request, parts: Parts, limits: FormLimits): BusboyInstance {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data;/i.test(type)) throw new BadForm();
  let parser: BusboyInstance;
  try {
    parser = new Busboy({
      headers: { "content-type": type },
      limits: { ...fieldLimits, files: limits.files, fileSize: limits.fileBytes },
      // Every part that names a file is one, whatever type it says it has.
      isPartAFile: (_name, _type, fileName) => fileName !== undefined,
    });
  } catch {
    throw new BadForm();
  }
  parser.on("field", (name: string, value: string, _nameCut: boolean, cut: boolean) => {
    if (!cut) parts.fields.append(name, value);
    else parser.destroy(new BadForm());
  });
  parser.on("file", (field, stream, name, _encoding, mime) => {
    stream.on("error", (error: Error) => parser.destroy(error));
    collect(parts, field ?? "", stream, name ?? "", mime);
  });
  parser.on("filesLimit", () => parts.refused.push({ field: "files", name: "", problem: "tooMany" }));
  parser.on("fieldsLimit", () => parser.destroy(new BadForm()));
  return parser;
}

function parse(body: ReadableStream<Uint8Array>, parser: BusboyInstance, most: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
    let read = 0;
    let failure: unknown;
    const end = () => reject(failure instanceof DomainError ? failure : new BadForm());
    // What follows is read on and thrown away: a browser listens to an answer only once it has sent all.
    const fail = (error: unknown) => {
      failure ??= error;
      source.unpipe(parser);
      source.resume();
      if (source.closed || source.readableEnded) end();
    };
    source.on("data", (chunk: Buffer) => {
      read += chunk.length;
      if (read > most && failure === undefined) parser.destroy(new BadForm());
    });
    source.on("close", () => {
      if (failure !== undefined || !source.readableEnded) end();
    });
    source.on("error", (error) => {
      failure ??= error;
    });
    parser.on("error", fail);
    parser.on("finish", () => {
      if (failure === undefined) resolve();
    });
    source.pipe(parser);
  });
}

/** Reads a form with files as it streams in (RFC 7578). Nothing of it touches a disk. */
export async function receiveForm(request: Request, limits = usualLimits()): Promise<ReceivedForm> {
  const parts: Parts = { fields: new FormData(), files: [], refused: [], taken: 0 };
  let released = false;
  const release = () => {
    if (!released) held -= parts.taken;
    released = true;
  };
  try {
    if (!request.body) throw new BadForm();
    await parse(request.body, parserOf(request, parts, limits), limits.formBytes);
  } catch (error) {
    release();
    throw error;
  }
  return { fields: parts.fields, files: parts.files, refused: parts.refused, release };
}
