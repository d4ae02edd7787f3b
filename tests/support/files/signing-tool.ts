import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { certificatePem } from "@/lib/agreements/signing/certificate-authority";
import { isArray } from "@/lib/agreements/signing/pdf-reader/pdf-values";
import type { OutsideCertificate } from "@/tests/support/files/outside-certificates";
import {
  rewrite,
  Tampering,
  type UpdateObject,
  write,
} from "@/tests/unit/agreements/signing/incremental-update";
import { run } from "@/tests/unit/agreements/signing/installed-tool";

// A signing tool written by hand: the update object by object, the CMS by OpenSSL. It does what it is told, right or wrong.

const room = 16_000;

export type ToolOptions = {
  /** [left, bottom, right, top]; a field without area where left out. */
  rect?: readonly [number, number, number, number] | undefined;
  /** Page from 1; the last where left out. */
  page?: number;
  fieldName?: string;
  hash?: "sha1" | "sha256" | "sha384";
  /** Names the certificate in the signature (signing-certificate-v2). */
  cades?: boolean;
  subFilter?: string;
  /** What else the same update writes. */
  also?: (file: Tampering) => UpdateObject[];
  /** A second widget beside the signature's. */
  second?: boolean;
};

const openssl = (args: readonly string[]) => run("openssl", args);

/** Adds one signature as an increment. */
export function signWithTool(
  before: Uint8Array,
  certificate: OutsideCertificate,
  options: ToolOptions = {},
): Uint8Array {
  const file = new Tampering(before);
  const page = file.page((options.page ?? file.pages.length) - 1);
  const [signature, widget, form, other] = [file.fresh(), file.fresh(1), file.fresh(2), file.fresh(3)];
  const widgets = options.second ? [widget, other] : [widget];
  const rect = `[${(options.rect ?? [0, 0, 0, 0]).join(" ")}]`;
  const range = "/ByteRange [0 0000000000 0000000000 0000000000]";
  const subFilter = options.subFilter ?? "ETSI.CAdES.detached";
  const field = (name: string, value: string) =>
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /F 132 /Rect ${rect} /P ${page.number} 0 R${value} >>`;
  const annotations = file.revision.get(page.dictionary.get("Annots"));
  const known = isArray(annotations) ? annotations.map((each) => write(each)) : [];
  const oldForm = file.catalogue.has("AcroForm")
    ? file.dictionary(file.catalogue.get("AcroForm"))
    : new Map();
  const oldFields = file.revision.get(oldForm.get("Fields"));
  const fields = isArray(oldFields) ? oldFields.map((each) => write(each)) : [];
  const formNumber = file.catalogue.has("AcroForm") ? formNumberOf(file) : form;
  const objects: UpdateObject[] = [
    {
      number: signature,
      body: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (${pdfNow()}) ${range} /Contents <${"0".repeat(room)}> >>`,
    },
    { number: widget, body: field(options.fieldName ?? "Chu_ky_1", ` /V ${signature} 0 R`) },
    ...(options.second ? [{ number: other, body: field("Chu_ky_2", "") }] : []),
    {
      number: page.number,
      body: rewrite(page.dictionary, {
        Annots: `[${[...known, ...widgets.map((number) => `${number} 0 R`)].join(" ")}]`,
      }),
    },
    {
      number: formNumber,
      body: rewrite(oldForm, {
        Fields: `[${[...fields, ...widgets.map((number) => `${number} 0 R`)].join(" ")}]`,
        SigFlags: "3",
      }),
    },
    ...(file.catalogue.has("AcroForm")
      ? []
      : [{ number: file.rootNumber, body: rewrite(file.catalogue, { AcroForm: `${form} 0 R` }) }]),
    ...(options.also?.(file) ?? []),
  ];
  return seal(file.update(objects), before.length, range, certificate, options);
}

function formNumberOf(file: Tampering): number {
  return file.reference(file.catalogue.get("AcroForm")).number;
}

function seal(
  update: Uint8Array,
  from: number,
  range: string,
  certificate: OutsideCertificate,
  { hash = "sha256", cades = true }: ToolOptions,
): Uint8Array {
  const source = Buffer.from(update).toString("latin1");
  const start = source.indexOf("/Contents <0000", from) + "/Contents ".length;
  const end = start + room + 2;
  const ten = (value: number) => String(value).padStart(10, "0");
  const told = `${source.slice(0, from)}${source
    .slice(from)
    .replace(range, `/ByteRange [0 ${ten(start)} ${ten(end)} ${ten(source.length - end)}]`)}`;
  const folder = mkdtempSync(join(tmpdir(), "signing-tool-"));
  try {
    const at = (name: string) => join(folder, name);
    writeFileSync(at("key.der"), certificate.privateKeyPkcs8);
    writeFileSync(at("own.pem"), certificatePem(certificate.certificateDer));
    writeFileSync(at("content"), Buffer.from(told.slice(0, start) + told.slice(end), "latin1"));
    openssl(["pkey", "-inform", "DER", "-in", at("key.der"), "-out", at("key.pem")]);
    const by = ["-signer", at("own.pem"), "-inkey", at("key.pem"), "-md", hash, ...(cades ? ["-cades"] : [])];
    openssl(["cms", "-sign", "-binary", "-in", at("content"), ...by, "-outform", "DER", "-out", at("cms")]);
    const hex = readFileSync(at("cms")).toString("hex").padEnd(room, "0");
    return new Uint8Array(Buffer.from(`${told.slice(0, start)}<${hex}>${told.slice(end)}`, "latin1"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pdfNow(): string {
  return `D:${new Date().toISOString().replace(/[-:T]|\.\d+Z$/g, "")}Z`;
}
