import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { NotTaken } from "./problem";

const inflate = promisify(inflateRaw);

export type ZipEntry = {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
};

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const most = { entries: 5_000, size: 100 * 1024 * 1024, ratio: 200, ratioFrom: 20 * 1024 * 1024 };

/** Where the end record of an archive stands that ends where the bytes end; -1 when there is none. */
export function endOfZip(bytes: Buffer): number {
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === endMark && at + endLength + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  }
  return -1;
}

function readCentral(bytes: Buffer, end: number): ZipEntry[] {
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  // Nothing before the first entry, nothing between the directory and its end, one disk, no 64-bit sizes.
  if (start + bytes.readUInt32LE(end + 12) !== end || bytes.readUInt16LE(end + 8) !== count)
    throw new NotTaken("broken");
  if (count === 0 || count > most.entries) throw new NotTaken(count === 0 ? "broken" : "bomb");
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== centralMark) throw new NotTaken("broken");
    const flags = bytes.readUInt16LE(at + 8);
    if ((flags & 0x41) !== 0) throw new NotTaken("encrypted");
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) throw new NotTaken("broken");
  return entries;
}

function refuseOdd(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  let size = 0;
  let packed = 0;
  for (const entry of entries) {
    const name = entry.name.toLowerCase();
    if (names.has(name) || /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\|\0/.test(name))
      throw new NotTaken("broken");
    names.add(name);
    if (entry.method !== 0 && entry.method !== 8) throw new NotTaken("broken");
    size += entry.size;
    packed += entry.packed;
  }
  if (size > most.size || (size > most.ratioFrom && size > packed * most.ratio)) throw new NotTaken("bomb");
}

/** Where an entry's bytes begin and end; its own head must say what the directory says. */
function placeOf(bytes: Buffer, entry: ZipEntry, end: number): { from: number; until: number } {
  if (entry.at + 30 > end || bytes.readUInt32LE(entry.at) !== localMark) throw new NotTaken("broken");
  const nameLength = bytes.readUInt16LE(entry.at + 26);
  if (bytes.toString("utf8", entry.at + 30, entry.at + 30 + nameLength) !== entry.name)
    throw new NotTaken("broken");
  const from = entry.at + 30 + nameLength + bytes.readUInt16LE(entry.at + 28);
  const until = from + entry.packed;
  if (until > end) throw new NotTaken("broken");
  return { from, until };
}

// A data descriptor is at most 24 bytes; more between two entries is something nobody would see.
const largestGap = 24;

function refuseHidden(bytes: Buffer, entries: readonly ZipEntry[], central: number): void {
  let reached = 0;
  for (const entry of entries.toSorted((one, other) => one.at - other.at)) {
    // Entries that share bytes are how a small archive becomes endless.
    if (entry.at < reached) throw new NotTaken("bomb");
    if (entry.at - reached > (reached === 0 ? 0 : largestGap)) throw new NotTaken("foreignData");
    reached = placeOf(bytes, entry, central).until;
  }
  if (central < reached) throw new NotTaken("bomb");
  if (central - reached > largestGap) throw new NotTaken("foreignData");
}

async function unpack(bytes: Buffer, entry: ZipEntry): Promise<Buffer> {
  const { from, until } = placeOf(bytes, entry, bytes.length);
  const packed = bytes.subarray(from, until);
  let content: Buffer;
  try {
    content =
      entry.method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    throw new NotTaken((error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "broken");
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new NotTaken("broken");
  return content;
}

/**
 * Every entry of an archive one after another, unpacked, none larger than it says. Throws where the archive is not exactly
 * what its directory says: encrypted, overlapping, with bytes of something else before, between or after (APPNOTE 6.3).
 */
export async function* readZip(bytes: Buffer): AsyncGenerator<{ name: string; content: Buffer }> {
  const end = endOfZip(bytes);
  if (end < 0) throw new NotTaken("broken");
  const entries = readCentral(bytes, end);
  refuseOdd(entries);
  refuseHidden(bytes, entries, bytes.readUInt32LE(end + 16));
  for (const entry of entries) yield { name: entry.name, content: await unpack(bytes, entry) };
}
