import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openSealed, type SealedHead, sealBytes } from "@/lib/platform/files/sealed";

const key = randomBytes(32);
const context = "tenant/file";
const piece = 64 * 1024;

function headOf(bytes: Uint8Array): SealedHead {
  return {
    name: "Đơn tố cáo của Nguyễn Văn A.pdf",
    type: "application/pdf",
    size: bytes.length,
    sha256: "0".repeat(64),
  };
}

/** As a storage hands it out: in chunks that fit nothing. */
async function* chunks(bytes: Buffer, size = 1_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function open(
  sealed: Buffer,
  with_ = key,
  of = context,
  size?: number,
): Promise<{ head: SealedHead; bytes: Buffer }> {
  const { head, bytes } = await openSealed(chunks(sealed, size), with_, of);
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return { head, bytes: Buffer.concat(parts) };
}

describe("a sealed file", () => {
  test.each([0, 1, piece - 200, piece, piece + 1, 3 * piece, 1_000_003])(
    "of %d bytes opens as it was",
    async (length) => {
      const bytes = randomBytes(length);
      const sealed = sealBytes(headOf(bytes), bytes, key, context);
      for (const size of [1_000, piece + 16, sealed.length]) {
        const opened = await open(sealed, key, context, size);
        expect(opened.head).toEqual(headOf(bytes));
        expect(opened.bytes.equals(bytes)).toBe(true);
      }
    },
  );

  test("says nothing of what it holds, and is another each time", () => {
    const bytes = Buffer.from("Nguyễn Văn A tố cáo".repeat(100));
    const sealed = sealBytes(headOf(bytes), bytes, key, context);
    expect(sealed.includes(Buffer.from("Nguyễn"))).toBe(false);
    expect(sealed.equals(sealBytes(headOf(bytes), bytes, key, context))).toBe(false);
  });

  const bytes = randomBytes(3 * piece);
  const sealed = sealBytes(headOf(bytes), bytes, key, context);
  const start = 11;
  const swapped = Buffer.from(sealed);
  sealed.copy(swapped, start, start + piece + 16, start + 2 * (piece + 16));
  sealed.copy(swapped, start + piece + 16, start, start + piece + 16);
  const bitten = Buffer.from(sealed);
  bitten[sealed.length - 40] = (bitten[sealed.length - 40] ?? 0) ^ 1;

  test.each([
    ["another key", sealed, randomBytes(32), context],
    ["another file's name", sealed, key, "tenant/other"],
    ["one bit changed", bitten, key, context],
    ["two pieces exchanged", swapped, key, context],
    ["its last piece cut off", sealed.subarray(0, start + 2 * (piece + 16)), key, context],
    ["a few bytes cut off", sealed.subarray(0, sealed.length - 3), key, context],
    ["something behind it", Buffer.concat([sealed, Buffer.alloc(100)]), key, context],
    ["nothing left", Buffer.alloc(0), key, context],
    ["no seal", randomBytes(5_000), key, context],
  ])("does not open with %s", async (_, given, withKey, of) => {
    await expect(open(given, withKey, of)).rejects.toThrow(/^sealed: |authenticate/);
  });
});
