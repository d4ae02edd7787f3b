import { randomUUIDv7 } from "node:crypto";

/** A new key: UUIDv7 (RFC 9562), so that rows made after one another lie beside one another. */
export function newId(): string {
  return randomUUIDv7();
}
