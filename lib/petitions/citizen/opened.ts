import "server-only";
import { seal } from "../identity/letter-key";
import { openedLetter } from "./drafts";
import { letterKeyOf } from "./functions";
import { keyOfLetter } from "./keys";
import { base64, type Sent } from "./sent";

type Opened = { hash: string; row: NonNullable<Awaited<ReturnType<typeof letterKeyOf>>>; key: Uint8Array };

/** The letter this browser opened with its secret, with the key to seal for it; null where there is none that is open. */
export async function opened({ tenant, portal }: Sent): Promise<Opened | null> {
  const hash = await openedLetter(tenant);
  const row = hash === null ? null : await letterKeyOf(tenant, hash);
  if (hash === null || !row?.open) return null;
  return { hash, row, key: keyOfLetter(portal.tenantId, row) };
}

export function sealAddition(sent: Sent, { key }: Opened, id: string, text: string): string | null {
  if (text === "") return null;
  const binding = { purpose: "addition", tenantId: sent.portal.tenantId, id } as const;
  return base64(seal(key, new TextEncoder().encode(text), binding));
}

export const letterPage = (tenant: string) => `/${tenant}/citizen/letter`;
