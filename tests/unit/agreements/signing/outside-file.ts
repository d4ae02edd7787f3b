import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isArray } from "@/lib/agreements/signing/pdf-reader/pdf-values";
import { rewrite, Tampering, write } from "./incremental-update";
import { run } from "./installed-tool";

// Files as programs other than the portal make them: the text and its signature in one save, signed by OpenSSL.

const room = 12_000;
const openssl = (...args: string[]) => run("openssl", args);

export type OutsideSigner = { key: string; certificate: string; folder: string; drop: () => void };

/** A certificate of its own hand, as OpenSSL makes it. */
export function outsideSigner(
  subject: string,
  { hash = "sha256", bits = 2048, days = 700 }: { hash?: string; bits?: number; days?: number } = {},
): OutsideSigner {
  const folder = mkdtempSync(join(tmpdir(), "outside-signer-"));
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const made = ["-keyout", key, "-out", certificate, "-days", String(days), "-subj", subject, `-${hash}`];
  openssl("req", "-x509", "-newkey", `rsa:${bits}`, "-nodes", "-utf8", ...made);
  return { key, certificate, folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

const objects = (placeholder: string) => [
  "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page % made elsewhere\n/Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
  "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Chu ky) /Rect [40 40 240 90] /P 3 0 R /V 5 0 R >>",
  placeholder,
];

/** One page and its visible signature in one revision, the signature of the older form. */
export function signedAtOnce(signer: OutsideSigner, hash = "sha256"): Uint8Array {
  const range = "/ByteRange [0 0000000000 0000000000 0000000000]";
  const dictionary = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${range} /M (${pdfNow()})`;
  let source = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const places: number[] = [];
  for (const [index, body] of objects(`${dictionary} /Contents <${"0".repeat(room)}> >>`).entries()) {
    places.push(source.length);
    source += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const xref = source.length;
  const lines = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  source += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${lines}`;
  source += `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return seal(source, range, signer, hash);
}

/** A signature put behind any file, as a signing tool does: an update with an invisible field, signed by OpenSSL (CAdES). */
export function signedOver(pdf: Uint8Array, signer: OutsideSigner, fieldName: string): Uint8Array {
  const file = new Tampering(pdf, "anybody");
  const range = "/ByteRange [0 0000000000 0000000000 0000000000]";
  const dictionary = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${range} /M (${pdfNow()})`;
  const [field, value] = [file.fresh(), file.fresh(1)];
  const page = file.page(0);
  const form = file.catalogue.get("AcroForm");
  const fields = form ? file.revision.get(file.dictionary(form).get("Fields")) : [];
  const annotations = file.revision.get(page.dictionary.get("Annots"));
  const widget = `${field} 0 R`;
  const listed = (old: Parameters<typeof write>[0]) => (isArray(old) ? old.map((each) => write(each)) : []);
  const acroForm = `<< /Fields [${[...listed(fields), widget].join(" ")}] /SigFlags 3 >>`;
  const updated = file.update([
    { number: file.rootNumber, body: rewrite(file.catalogue, { AcroForm: acroForm }) },
    {
      number: page.number,
      body: rewrite(page.dictionary, { Annots: `[${[...listed(annotations), widget].join(" ")}]` }),
    },
    {
      number: field,
      body: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${fieldName}) /F 132 /Rect [0 0 0 0] /P ${page.number} 0 R /V ${value} 0 R >>`,
    },
    { number: value, body: `${dictionary} /Contents <${"0".repeat(room)}> >>` },
  ]);
  return seal(Buffer.from(updated).toString("latin1"), range, signer, "sha256", ["-cades"]);
}

function seal(
  source: string,
  range: string,
  signer: OutsideSigner,
  hash: string,
  how: readonly string[] = [],
): Uint8Array {
  const start = source.lastIndexOf("/Contents <") + "/Contents ".length;
  const end = start + room + 2;
  const ten = (value: number) => String(value).padStart(10, "0");
  const told = source.replace(range, `/ByteRange [0 ${ten(start)} ${ten(end)} ${ten(source.length - end)}]`);
  const [content, cms] = [join(signer.folder, "content"), join(signer.folder, "cms.der")];
  writeFileSync(content, Buffer.from(told.slice(0, start) + told.slice(end), "latin1"));
  const by = ["-signer", signer.certificate, "-inkey", signer.key, "-md", hash];
  openssl("cms", "-sign", "-binary", "-in", content, ...by, ...how, "-outform", "DER", "-out", cms);
  const hex = readFileSync(cms).toString("hex").padEnd(room, "0");
  return new Uint8Array(Buffer.from(`${told.slice(0, start)}<${hex}>${told.slice(end)}`, "latin1"));
}

function pdfNow(): string {
  return `D:${new Date().toISOString().replace(/[-:T]|\.\d+Z$/g, "")}Z`;
}
