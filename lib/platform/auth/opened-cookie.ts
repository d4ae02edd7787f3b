import "server-only";
import { createHash } from "node:crypto";
import { getToken } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

type Opened = { sid: string; expires: number };

// What a cookie says never changes; whether its session still lives is asked of the database at every request. So a
// cookie is opened once: deriving its key and deciphering it is a visible part of a small page. Kept by hash, for the
// cookie itself is as good as a password.
const opened = new Map<string, Opened>();
const kept = 2_000;

/** The session's id in a cookie of our own making; null for any other. `header` is the cookie as a browser sends it. */
export async function openCookie(name: string, header: string, now: Date): Promise<string | null> {
  const key = createHash("sha256").update(header).digest("base64");
  const known = opened.get(key);
  if (known && known.expires > now.getTime()) return known.sid;
  opened.delete(key);
  const token = await getToken({
    req: { headers: new Headers({ cookie: header }) },
    secret: env().AUTH_SECRET,
    cookieName: name,
    salt: name,
    secureCookie: name.startsWith("__Secure-"),
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  });
  if (!token?.sid) return null;
  if (opened.size >= kept) {
    const [oldest] = opened.keys();
    if (oldest !== undefined) opened.delete(oldest);
  }
  opened.set(key, { sid: token.sid, expires: (token.exp ?? 0) * 1_000 });
  return token.sid;
}
