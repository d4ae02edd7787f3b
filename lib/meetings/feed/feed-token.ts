import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes, as they stand in an address. */
export function newFeedToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token; looked up by it, so that no comparison tells how near a guess was. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The token of "<token>.ics"; null for what cannot be one. */
export function tokenOfFile(file: string): string | null {
  return /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1] ?? null;
}
