import { crc32, inflateSync } from "node:zlib";
import { NotTaken } from "./problem";
import { endOfZip } from "./read-zip";
import { isSecretProperty } from "./secret-mark";
import { unescapeXml } from "./xml-text";

const most = { pixels: 400_000_000, pictures: 8 };

function refuseProperties(values: readonly string[]): void {
  if (values.some(isSecretProperty)) throw new NotTaken("secretMark");
}

/** Values of an XMP packet (ISO 16684-1). */
function xmpValues(xml: string): string[] {
  return [...xml.matchAll(/>([^<>]{1,500})</g)].map(([, text = ""]) => unescapeXml(text));
}

function textOfChunk(type: string, data: Buffer): string[] {
  const at = data.indexOf(0);
  if (at < 0) return [];
  if (type === "tEXt") return [data.toString("latin1", at + 1)];
  try {
    if (type === "zTXt")
      return [inflateSync(data.subarray(at + 2), { maxOutputLength: 65_536 }).toString("latin1")];
    // iTXt: keyword, packed or not, method, language, translated keyword, text.
    const text = data.indexOf(0, data.indexOf(0, at + 3) + 1) + 1;
    const packed = data[at + 1] === 1;
    const value = packed
      ? inflateSync(data.subarray(text), { maxOutputLength: 65_536 })
      : data.subarray(text);
    return [value.toString("utf8"), ...xmpValues(value.toString("utf8"))];
  } catch {
    throw new NotTaken("bomb");
  }
}

/** A PNG from its signature to IEND and nothing else (ISO/IEC 15948). */
export function checkPng(bytes: Buffer): void {
  if (bytes.toString("latin1", 0, 8) !== "\x89PNG\r\n\x1a\n") throw new NotTaken("notWhatItSays");
  const values: string[] = [];
  let at = 8;
  for (let first = true; ; first = false) {
    if (at + 12 > bytes.length) throw new NotTaken("broken");
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) throw new NotTaken("broken");
    const data = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new NotTaken("broken");
    if (first && (type !== "IHDR" || length !== 13)) throw new NotTaken("broken");
    if (first && data.readUInt32BE(0) * data.readUInt32BE(4) > most.pixels) throw new NotTaken("bomb");
    if (/^(tEXt|zTXt|iTXt)$/.test(type)) values.push(...textOfChunk(type, data));
    at = end;
    if (type === "IEND") break;
  }
  if (at !== bytes.length) throw new NotTaken("foreignData");
  refuseProperties(values);
}

/** Goes along one JPEG from SOI to EOI (ITU-T T.81); answers where it ends. */
function endOfJpeg(bytes: Buffer, start: number, values: string[]): number {
  let at = start + 2;
  let drawn = false;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw new NotTaken("broken");
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) {
      if (!drawn) throw new NotTaken("broken");
      return at + 2;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) throw new NotTaken("broken");
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) throw new NotTaken("broken");
    const data = bytes.subarray(at + 4, end);
    if (marker === 0xfe) values.push(data.toString("utf8"));
    if (marker === 0xe1 && data.toString("latin1", 0, 4) === "http")
      values.push(...xmpValues(data.toString("utf8")));
    at = end;
    if (marker !== 0xda) continue;
    drawn = true;
    // Drawn bytes: a marker in them is doubled by a zero or is one of restarting.
    for (;;) {
      at = bytes.indexOf(0xff, at);
      if (at < 0 || at + 1 >= bytes.length) throw new NotTaken("broken");
      const next = bytes[at + 1] ?? 0;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) break;
      at += next === 0xff ? 1 : 2;
    }
  }
}

/** A JPEG; telephones set further pictures (a preview, a map of brightness) behind the first, which is all that may follow. */
export function checkJpeg(bytes: Buffer): void {
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new NotTaken("notWhatItSays");
  const values: string[] = [];
  let at = 0;
  for (let count = 0; at < bytes.length; count += 1) {
    if (bytes.subarray(at).every((byte) => byte === 0)) break;
    if (count >= most.pictures || at + 4 > bytes.length || bytes.readUInt16BE(at) !== 0xffd8) {
      throw new NotTaken("foreignData");
    }
    at = endOfJpeg(bytes, at, values);
  }
  refuseProperties(values);
}

const pages = /<(!doctype|html|script|svg|iframe|body|\?php|\?xml)|%PDF-/i;

/** That a picture is nothing else as well: no page a browser would guess at its beginning, no archive at its end. */
export function refuseSecondNature(bytes: Buffer): void {
  if (pages.test(bytes.toString("latin1", 0, 1_024))) throw new NotTaken("foreignData");
  if (endOfZip(bytes) >= 0) throw new NotTaken("foreignData");
}
