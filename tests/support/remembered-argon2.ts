import { createRequire } from "node:module";
import type * as Argon2 from "@node-rs/argon2";

const argon2 = createRequire(import.meta.url)("@node-rs/argon2") as typeof Argon2;
const shared = globalThis as { rememberedDerivations?: Map<string, Promise<Buffer>> };
shared.rememberedDerivations ??= new Map();
const known = shared.rememberedDerivations;

/**
 * The library's own answer, remembered for as long as the process lives: the same passphrase, salt and cost always give the same key, and
 * the seeded people sign a thousand times. Nothing is made cheaper: each is derived once at the cost it has in production.
 */
export async function hashRaw(passphrase: string | Uint8Array, options: Argon2.Options): Promise<Buffer> {
  const { salt, ...cost } = options;
  const name = JSON.stringify([passphrase.toString(), Buffer.from(salt ?? []).toString("hex"), cost]);
  const derived = known.get(name) ?? argon2.hashRaw(passphrase, options);
  known.set(name, derived);
  // A copy: who clears the key after its use clears only that.
  return Buffer.from(await derived);
}

export const { hash, verify } = argon2;
