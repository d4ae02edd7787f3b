import "server-only";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { cookies } from "next/headers";
import { openValue, sealValue } from "@/lib/platform/sealed-value";
import type { CheckAnswer } from "./types";

/*
 * The answer goes to the page in a cookie of that browser, sealed, for ten minutes: nothing of a file that anybody sends is
 * kept here.
 */
const cookie = "verify-answer";
const purpose = "verify/answer";
const seconds = 600;
/** Browsers keep 4,096 bytes with the cookie's name and attributes. */
const mostCharacters = 3_800;
const mostBytes = 1 << 20;

function seal(answer: CheckAnswer, now: Date): string {
  const packed = deflateRawSync(JSON.stringify(answer)).toString("base64url");
  return sealValue(purpose, { packed }, new Date(now.getTime() + seconds * 1_000));
}

/** Sealed for a cookie; signatures that no longer fit are counted. */
export function sealAnswer(answer: CheckAnswer, now: Date): string {
  let shown = answer;
  for (;;) {
    const sealed = seal(shown, now);
    if (sealed.length <= mostCharacters || shown.kind !== "checked" || shown.signatures.length === 0)
      return sealed;
    shown = { ...shown, signatures: shown.signatures.slice(0, -1), more: shown.more + 1 };
  }
}

export function openAnswer(sealed: string | undefined, now: Date): CheckAnswer | null {
  const packed = openValue(purpose, sealed, now)?.["packed"];
  if (typeof packed !== "string") return null;
  const bytes = inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: mostBytes });
  return JSON.parse(bytes.toString("utf8")) as CheckAnswer;
}

export async function holdAnswer(answer: CheckAnswer): Promise<void> {
  const value = sealAnswer(answer, new Date());
  (await cookies()).set(cookie, value, { path: "/verify", maxAge: seconds, httpOnly: true, sameSite: "lax" });
}

export async function heldAnswer(): Promise<CheckAnswer | null> {
  return openAnswer((await cookies()).get(cookie)?.value, new Date());
}
