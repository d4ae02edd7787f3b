"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { languageOf, showLanguage } from "@/lib/platform/i18n/language";
import { signOut } from "./auth";
import { readSession } from "./current-session";
import { keepLanguage } from "./sessions";

/** Ends the session on the server and takes the cookie away. */
export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: "/sign-in" });
}

/** The page one came from, as a path of this portal. */
async function presentPage(): Promise<string> {
  const referer = (await headers()).get("referer") ?? "";
  if (!URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : `${pathname}${search}`;
}

/** The same page in the other language; kept for the person where somebody is signed in, else for this browser. */
export async function setLanguageAction(formData: FormData): Promise<void> {
  const language = languageOf(formData.get("language"));
  const session = await readSession();
  if (session) await keepLanguage(session.accountId, language);
  await showLanguage(language);
  redirect(await presentPage());
}
