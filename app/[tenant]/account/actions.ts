"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/lib/platform/auth/auth";
import { changePassword, signOutEverywhere } from "@/lib/platform/auth/credentials-changes";
import { readSession } from "@/lib/platform/auth/current-session";
import { chooseActingPost } from "@/lib/platform/auth/sessions";
import { formErrorOf } from "@/lib/platform/commands/form-action";
import { rememberSaved } from "@/lib/platform/commands/saved";
import { signedOut } from "@/lib/platform/commands/signed-out";
import { asDomainError } from "@/lib/platform/db/database-error";
import { DomainError, notFoundError } from "@/lib/platform/errors/domain-error";
import type { FormState } from "@/lib/platform/forms/form-state";
import { runQuery } from "@/lib/platform/queries/run-query";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { actCaller } from "@/lib/platform/tenancy/caller";
import { passwordSchema, postSchema } from "./schema";

type AccountError =
  | "missing"
  | "tooLong"
  | "tooShort"
  | "notRepeated"
  | "notNew"
  | "wrong"
  | "throttled"
  | "postMissing";
type Issue = { path: readonly PropertyKey[]; message: string };

/** The form again, with the words of each error at its field. */
async function refused(errors: Partial<Record<string, AccountError>>): Promise<FormState> {
  const t = await getTranslations("account.errors");
  const fieldErrors = Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, key === undefined ? [] : [t(key)]]),
  );
  return { status: "error", fieldErrors, values: {} };
}

const known: readonly AccountError[] = ["missing", "tooLong", "tooShort", "notRepeated", "notNew"];

function errorsOf(issues: readonly Issue[]): Partial<Record<string, AccountError>> {
  const first = new Map<string, AccountError>();
  for (const { path, message } of issues) {
    const field = String(path[0]);
    if (!first.has(field)) first.set(field, known.find((key) => key === message) ?? "missing");
  }
  return Object.fromEntries(first);
}

/** Who acts, in which tenant, and what a person may be told when it fails; a fault goes to the error page. */
async function asCaller(
  formData: FormData,
  work: (caller: Caller, tenant: string) => Promise<FormState>,
): Promise<FormState> {
  const field = formData.get("tenant");
  const tenant = typeof field === "string" ? field : "";
  try {
    const caller = await actCaller(tenant);
    if (caller === "signed-out") signedOut(tenant);
    if (caller === "not-found") throw notFoundError();
    return await work(caller, tenant);
  } catch (error) {
    unstable_rethrow(error);
    const told = asDomainError(error);
    if (told instanceof DomainError) return formErrorOf(told);
    throw error;
  }
}

/** Acts from another of the person's posts from now on, in this session only. */
export async function choosePostAction(_previous: FormState, formData: FormData): Promise<FormState> {
  return asCaller(formData, async (caller, tenant) => {
    const parsed = postSchema.safeParse({ postId: formData.get("postId") });
    if (!parsed.success) return refused({ postId: "postMissing" });
    const { postId } = parsed.data;
    const found = await runQuery(
      async ({ actor }) => actor.posts.find((post) => post.postId === postId) ?? null,
      caller,
      {},
    );
    if (!found) throw notFoundError();
    await chooseActingPost(caller.session.sessionId, postId);
    await rememberSaved("postChosen", `/${tenant}`);
    redirect(`/${tenant}`);
  });
}

export async function changePasswordAction(_previous: FormState, formData: FormData): Promise<FormState> {
  return asCaller(formData, async (caller, tenant) => {
    const parsed = passwordSchema.safeParse(Object.fromEntries(formData));
    if (!parsed.success) return refused(errorsOf(parsed.error.issues));
    const { presentPassword, newPassword } = parsed.data;
    const change = await changePassword(caller.session, presentPassword, newPassword, new Date());
    if (change !== "changed") return refused({ presentPassword: change });
    redirect(`/${tenant}/account/password/changed`);
  });
}

export async function signOutEverywhereAction(): Promise<void> {
  const session = await readSession();
  if (session) await signOutEverywhere(session.accountId);
  await signOut({ redirectTo: "/sign-in" });
}
