"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import { AuthError, CredentialsSignin } from "next-auth";
import { getTranslations } from "next-intl/server";
import { signIn } from "@/lib/platform/auth/auth";
import { readSession } from "@/lib/platform/auth/current-session";
import { targetAfterSignIn } from "@/lib/platform/auth/home";
import { endSession } from "@/lib/platform/auth/sessions";
import { formErrorOf } from "@/lib/platform/commands/form-action";
import { asDomainError } from "@/lib/platform/db/database-error";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { FormState } from "@/lib/platform/forms/form-state";

function text(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === "string" ? value : "";
}

/** What next-auth wrapped: the error of our own code, if that is what stopped it. */
function originalOf(error: unknown): unknown {
  return error instanceof AuthError ? (error.cause?.err ?? error) : error;
}

/** Null when signed in, else what the form says. Which of address and password was wrong it never says. */
async function trySignIn(email: string, password: string): Promise<(FormState & { status: "error" }) | null> {
  try {
    await signIn("credentials", { email, password, redirect: false });
    return null;
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof CredentialsSignin) {
      const t = await getTranslations("signIn");
      return { status: "error", formError: { message: t("wrong") }, fieldErrors: {}, values: {} };
    }
    const known = asDomainError(originalOf(error));
    if (known instanceof DomainError) return formErrorOf(known);
    throw error;
  }
}

/** Signs in and goes where the person wanted to go. A session this browser had before ends: a new one has a new id. */
export async function signInAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const [email, returnTo] = [text(formData, "email"), text(formData, "returnTo")];
  const values = { email, returnTo };
  const before = await readSession();
  const refused = await trySignIn(email, text(formData, "password"));
  if (refused) return { ...refused, values };
  if (before) await endSession(before.sessionId);
  const session = await readSession();
  const target = session && targetAfterSignIn(session, returnTo);
  if (!target) {
    if (session) await endSession(session.sessionId);
    const t = await getTranslations("signIn");
    return { status: "error", formError: { message: t("noTenant") }, fieldErrors: {}, values };
  }
  redirect(target);
}
