import "server-only";
import { cookies } from "next/headers";
import type { Locale } from "next-intl";

const cookie = "language";
const yearSeconds = 365 * 24 * 3_600;

/** Vietnamese unless English was chosen. */
export function languageOf(chosen: unknown): Locale {
  return chosen === "en" ? "en" : "vi";
}

/** The language this browser shows: what its person chose, put here when they chose it and when they sign in. */
export async function shownLanguage(): Promise<Locale> {
  return languageOf((await cookies()).get(cookie)?.value);
}

export async function showLanguage(language: Locale): Promise<void> {
  (await cookies()).set(cookie, language, {
    path: "/",
    maxAge: yearSeconds,
    httpOnly: true,
    sameSite: "lax",
  });
}
