import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/*
 * Bytes sealed under a key of their own, readable as a stream: pieces of 64 KiB, each AES-256-GCM (NIST SP 800-38D) with the
 * nonce prefix · number · last, as in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): a piece that is
 * changed, moved, left out or cut off at the end does not open. What the file is called and is goes in sealed as well.
 */
const pieceSize = 64 * 1024;
const tagLength = 16;
const prefixLength = 7;
const magic = Buffer.from("CPH1");
const headLength = magic.length + prefixLength;

export type SealedHead = { name: string; type: string; size: number; sha256: string };

function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt32BE(number);
  tail[4] = last ? 1 : 0;
  return Buffer.concat([prefix, tail]);
}

function checkKey(key: Uint8Array): void {
  if (key.length !== 32) throw new Error("a data key has 32 bytes");
}

/** Seals a file under a data key. `context` (tenant and file) has to be the same when it is opened. */
export function sealBytes(head: SealedHead, bytes: Uint8Array, key: Uint8Array, context: string): Buffer {
  checkKey(key);
  const words = Buffer.from(JSON.stringify(head), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const plain = Buffer.concat([length, words, bytes]);
  const prefix = randomBytes(prefixLength);
  const pieces = [magic, prefix];
  const count = Math.max(1, Math.ceil(plain.length / pieceSize));
  for (let number = 0; number < count; number += 1) {
    const cipher = createCipheriv("aes-256-gcm", key, nonce(prefix, number, number === count - 1));
    cipher.setAAD(Buffer.from(context, "utf8"));
    const piece = plain.subarray(number * pieceSize, (number + 1) * pieceSize);
    pieces.push(cipher.update(piece), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(pieces);
}

function openPiece(sealed: Buffer, key: Uint8Array, context: string, at: Buffer): Buffer {
  if (sealed.length < tagLength) throw new Error("sealed: cut off");
  const decipher = createDecipheriv("aes-256-gcm", key, at);
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagLength)), decipher.final()]);
}

async function* openPieces(
  sealed: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  context: string,
): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  let prefix: Buffer | null = null;
  let number = 0;
  for await (const chunk of sealed) {
    held = Buffer.concat([held, chunk]);
    if (prefix === null) {
      if (held.length < headLength) continue;
      if (!held.subarray(0, magic.length).equals(magic)) throw new Error("sealed: not sealed here");
      prefix = held.subarray(magic.length, headLength);
      held = held.subarray(headLength);
    }
    // The last piece stays back: only the end tells which it is.
    for (; held.length > pieceSize + tagLength; number += 1) {
      yield openPiece(held.subarray(0, pieceSize + tagLength), key, context, nonce(prefix, number, false));
      held = held.subarray(pieceSize + tagLength);
    }
  }
  if (prefix === null) throw new Error("sealed: cut off");
  yield openPiece(held, key, context, nonce(prefix, number, true));
}

/** Opens sealed bytes as they come. Answers what the file is, once its first piece was opened, and then its bytes. */
export async function openSealed(
  sealed: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  context: string,
): Promise<{ head: SealedHead; bytes: AsyncGenerator<Buffer> }> {
  checkKey(key);
  const pieces = openPieces(sealed, key, context);
  const first = await pieces.next();
  // What a file is called fits into its first piece by far.
  const held = first.done ? Buffer.alloc(0) : first.value;
  const length = held.length < 4 ? Number.NaN : held.readUInt32BE(0);
  if (!(held.length >= 4 + length)) throw new Error("sealed: cut off");
  const head = JSON.parse(held.toString("utf8", 4, 4 + length)) as SealedHead;
  async function* rest(): AsyncGenerator<Buffer> {
    yield held.subarray(4 + length);
    yield* pieces;
  }
  return { head, bytes: rest() };
}
