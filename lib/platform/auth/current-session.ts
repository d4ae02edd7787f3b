import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { openCookie } from "./opened-cookie";
import { findLiveSession, type LiveSession } from "./sessions";

const names = ["__Secure-authjs.session-token", "authjs.session-token"];

/**
 * The session the cookies name, asked of the database now: null when there is none or it is ended, expired or its
 * account disabled. Only cookies count; next-auth would also take a bearer token from the header.
 */
export async function readSession(): Promise<LiveSession | null> {
  return sessionOf((await cookies()).getAll());
}

/** The same for the cookies of a request that no page answers yet. */
export async function sessionOf(
  jar: readonly { name: string; value: string }[],
): Promise<LiveSession | null> {
  const name = names.find((candidate) =>
    jar.some((cookie) => cookie.name === candidate || cookie.name === `${candidate}.0`),
  );
  if (!name) return null;
  // A token longer than one cookie comes in parts named `.0`, `.1`, …, which next-auth joins.
  const parts = jar.filter((cookie) => cookie.name === name || cookie.name.startsWith(`${name}.`));
  const header = parts.map((part) => `${part.name}=${encodeURIComponent(part.value)}`).join("; ");
  const sessionId = await openCookie(name, header, new Date());
  return sessionId ? findLiveSession(sessionId) : null;
}

/**
 * Who is signed in, asked of the database once a request. Reads the cookie itself: next-auth's own `auth()` would ask
 * the session row a second time and try to write cookies where a page cannot.
 */
export const currentSession = cache(readSession);
