/** Lists of 32-bit numbers as bytes: each its length (uint16) and its numbers (int32), little-endian. */
export function packLists(lists: readonly (readonly number[])[]): Buffer {
  const bytes = Buffer.alloc(lists.reduce((sum, list) => sum + 2 + 4 * list.length, 0));
  let at = 0;
  for (const list of lists) {
    at = bytes.writeUInt16LE(list.length, at);
    for (const item of list) at = bytes.writeInt32LE(item, at);
  }
  return bytes;
}

/** Reads what `packLists` wrote; a list that is not there is empty. */
export function unpackLists(packed: Uint8Array, count: number): number[][] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = 0;
  return Array.from({ length: count }, () => {
    if (at + 2 > bytes.length) return [];
    const length = bytes.readUInt16LE(at);
    at += 2;
    const list = Array.from({ length }, (_, n) => bytes.readInt32LE(at + 4 * n));
    at += 4 * length;
    return list;
  });
}
