import "server-only";
import { getToken } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/platform/env";
import { findLiveSession, type LiveSession } from "./sessions";

const names = ["__Secure-authjs.session-token", "authjs.session-token"];

/**
 * Who is signed in, asked of the database once a request. Reads the cookie itself: next-auth's own `auth()` would ask
 * the session row a second time and try to write cookies where a page cannot.
 */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const jar = await cookies();
  const name = names.find((candidate) => jar.get(candidate) ?? jar.get(`${candidate}.0`));
  if (!name) return null;
  const token = await getToken({
    req: { headers: new Headers(await headers()) },
    secret: env().AUTH_SECRET,
    cookieName: name,
    salt: name,
    secureCookie: name.startsWith("__Secure-"),
  });
  return token?.sid ? findLiveSession(token.sid) : null;
});
