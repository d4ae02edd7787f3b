import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import type { Messages } from "next-intl";
import { getMessages } from "next-intl/server";

/** What can be said to have been done: a key under `saved` in the message files. */
export type SavedKey = keyof Messages["saved"];

/** `components/layout/saved-note.tsx` takes it away once it has been shown. */
const name = "saved";

/**
 * Lets the page an act leads to say what was done. A cookie for that address and the next seconds, not a part of the
 * address: a link that was sent on, a reload or the back button would say it again, and anybody could write one.
 */
export async function rememberSaved(key: SavedKey, target: string): Promise<void> {
  const path = target.replace(/[?#].*$/, "");
  // The script that takes it away has to read it. It holds a key and a random number, nothing to steal.
  (await cookies()).set(name, `${key}.${randomUUID().slice(0, 8)}`, { path, maxAge: 10, sameSite: "lax" });
}

/** A new act makes what the one before saved old news, also when the new one fails. */
export async function forgetSaved(): Promise<void> {
  const jar = await cookies();
  if (jar.has(name)) jar.delete(name);
}

/** What was saved a moment ago, in words; null where nothing was. Only keys of the message files are known. */
export async function savedJustNow(): Promise<{ id: string; text: string } | null> {
  // Acts on a page and on one below it within seconds leave two. A browser sends the longer address first (RFC 6265, 5.4): this
  // page's own; the jar would answer with the last.
  const sent = ((await headers()).get("cookie") ?? "")
    .split(/; */)
    .find((pair) => pair.startsWith(`${name}=`));
  const [key = "", id = ""] = (sent?.slice(name.length + 1) ?? "").split(".");
  const { saved } = await getMessages();
  return Object.hasOwn(saved, key) ? { id, text: saved[key as SavedKey] } : null;
}
