import "server-only";
import { randomUUID } from "node:crypto";
import { openValue, sealValue } from "@/lib/platform/sealed-value";

const goodForMs = 600_000;

/** A wait given out: good for one look-up with the same number of tries, once its seconds are over. */
export function ticketAfter(tenant: string, bucket: number, seconds: number, now: Date): string {
  const from = now.getTime() + seconds * 1_000;
  return sealValue(`${tenant}/ticket`, { bucket, from, nonce: randomUUID() }, new Date(from + goodForMs));
}

/** Seconds still to be waited with a ticket, 0 where it is served; null where it is none for these tries. */
export function leftOf(tenant: string, bucket: number, ticket: string, now: Date): number | null {
  const value = openValue(`${tenant}/ticket`, ticket, now);
  if (!value || value.bucket !== bucket || typeof value.from !== "number") return null;
  return Math.max(0, Math.ceil((value.from - now.getTime()) / 1_000));
}
