import { open, seal } from "../identity/letter-key";

type Of = { tenantId: string; id: string };

/** Why a letter was given to somebody else, under the letter's key whatever the letter is: it may come to denounce somebody. */
export function sealHandlerReason(key: Uint8Array, of: Of, reason: string): Uint8Array<ArrayBuffer> {
  return seal(key, new TextEncoder().encode(reason), { purpose: "handler", ...of });
}

export function openHandlerReason(key: Uint8Array, of: Of, sealed: Uint8Array): string | null {
  const bytes = open(key, sealed, { purpose: "handler", ...of });
  return bytes ? new TextDecoder().decode(bytes) : null;
}
