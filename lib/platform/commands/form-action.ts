import "server-only";
import { randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { refusalMessage } from "@/lib/platform/errors/refusal-message";
import type { FormAction, FormState, FormValues, ItemResult } from "@/lib/platform/forms/form-state";
import { normaliseText } from "@/lib/platform/forms/text";
import { log } from "@/lib/platform/log";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { actCaller } from "@/lib/platform/tenancy/caller";
import type { Command } from "./define-command";
import { executeCommand, runCommand } from "./execute-command";
import { forgetSaved, rememberSaved, type SavedKey } from "./saved";
import { signedOut } from "./signed-out";

const secretFields = new Set([
  "password",
  "presentPassword",
  "newPassword",
  "repeatPassword",
  "passphrase",
  "repeatPassphrase",
]);

/** No page offers more at once. */
const mostItems = 60;

/** What was typed, to be shown again; secrets and the framework's own fields stay out. */
export function typedValues(formData: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(formData.keys())) {
    if (key.startsWith("$ACTION") || secretFields.has(key)) continue;
    const all = formData.getAll(key).filter((value): value is string => typeof value === "string");
    values[key] = all.length > 1 ? all : (all[0] ?? "");
  }
  return values;
}

/** One text field of a form; empty where it is missing or a file. */
export function textOf(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === "string" ? value : "";
}

/** Text at the door; the framework's own fields stay out. Files pass as they are. */
export function normalised(formData: FormData): FormData {
  const clean = new FormData();
  for (const [key, value] of formData) {
    if (key.startsWith("$ACTION")) continue;
    clean.append(key, typeof value === "string" && !secretFields.has(key) ? normaliseText(value) : value);
  }
  return clean;
}

/** Field errors of a schema are keys under `fields` in the message files. */
export async function translateFieldErrors(
  errors: Record<string, string[] | null>,
): Promise<Record<string, string[]>> {
  const t = await getTranslations("fields");
  const known = (key: string) => (t.has(key as never) ? t(key as never) : t("invalid" as never));
  return Object.fromEntries(Object.entries(errors).map(([field, keys]) => [field, (keys ?? []).map(known)]));
}

export async function formErrorOf(error: DomainError): Promise<FormState & { status: "error" }> {
  const t = await getTranslations("errors");
  const { refusal, values = {} } = error.details;
  if (!refusal) {
    const fieldErrors = await translateFieldErrors(error.details.fields ?? {});
    // Where the fields say it, the form need not say it again.
    const said =
      error.details.quiet === true || (error.messageKey === "invalid" && Object.keys(fieldErrors).length > 0);
    return {
      status: "error",
      ...(said ? {} : { formError: { message: t(error.messageKey as never, values as never) } }),
      fieldErrors,
      values: {},
      ...(error.details.advice === undefined ? {} : { advice: error.details.advice }),
    };
  }
  const message = refusalMessage(t, refusal);
  return {
    status: "error",
    formError: {
      message,
      ...(refusal.quote ? { quote: refusal.quote } : {}),
      hint: t("refusal.recorded" as never),
    },
    fieldErrors: {},
    values: {},
  };
}

/** Runs the command for one of several; what refuses it is said of this item alone. */
async function runOne<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
  caller: Caller,
  raw: Record<string, unknown>,
): Promise<string | null> {
  try {
    await executeCommand(command, caller, raw);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { formError, fieldErrors } = await formErrorOf(error);
    return formError?.message ?? Object.values(fieldErrors).flat().join(" ");
  }
}

/**
 * A form's action around a command: works with and without JavaScript. A wrong field or a refusal comes back with
 * everything typed; a fault comes back as a reference number; success redirects.
 */
export function formAction<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
  options:
    | {
        redirectTo: (done: { tenant: string; result: Result; formData: FormData }) => string;
        /** What the page it leads to says was done; null where that page says so by itself. */
        saved: SavedKey | null;
      }
    | {
        /** The field of which each value is one item: the command is run for each by itself, and the form says what came of it. */
        each: string;
        read: (item: string) => Record<string, unknown>;
      }
    | {
        /** In place of a redirect: what the form shows once, in the answer to its own sending and nowhere else. */
        shows: (done: { tenant: string; result: Result }) => Promise<string>;
      },
): FormAction {
  return async function action(_previous, formData): Promise<FormState> {
    const values = typedValues(formData);
    const clean = normalised(formData);
    const tenantSlug = textOf(clean, "tenant");
    let target: string;
    await forgetSaved();
    try {
      const caller = await actCaller(tenantSlug);
      if (caller === "signed-out") signedOut(tenantSlug);
      if (caller === "not-found") throw new DomainError("not-found", "notFound");
      if ("each" in options) {
        const items = clean.getAll(options.each).filter((item) => typeof item === "string");
        if (items.length === 0)
          throw new DomainError("invalid", "invalid", { fields: { [options.each]: ["nothingChosen"] } });
        const results: ItemResult[] = [];
        for (const item of items.slice(0, mostItems)) {
          results.push({ item, refused: await runOne(command, caller, options.read(item)) });
        }
        revalidatePath("/", "layout");
        return { status: "error", fieldErrors: {}, values, advice: { results } };
      }
      const submission = parseWithZod(clean, { schema: command.input });
      if (submission.status !== "success") {
        return { status: "error", fieldErrors: await translateFieldErrors(submission.error ?? {}), values };
      }
      const result = await runCommand(command, caller, submission.value);
      if ("shows" in options) {
        const shown = await options.shows({ tenant: tenantSlug, result });
        revalidatePath("/", "layout");
        return { status: "done", shown };
      }
      target = options.redirectTo({ tenant: tenantSlug, result, formData: clean });
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof DomainError) return { ...(await formErrorOf(error)), values };
      const reference = randomUUID().slice(0, 8);
      log.error({ command: command.name, reference, fault: faultOf(error) }, "fault");
      const t = await getTranslations("errors");
      return {
        status: "error",
        formError: { message: t("fault" as never, { reference } as never) },
        fieldErrors: {},
        values,
      };
    }
    if (options.saved) await rememberSaved(options.saved, target);
    // Where the target is the page one is on, the browser would otherwise keep showing what it has.
    revalidatePath("/", "layout");
    redirect(target);
  };
}

/** Enough to find a fault and nothing that was typed: kind, code, and the stack without its message. */
export function faultOf(error: unknown): { name: string; code: string; stack: string } {
  const fault = error as { name?: unknown; code?: unknown; stack?: unknown };
  const stack =
    typeof fault.stack === "string" ? fault.stack.split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return {
    name: typeof fault.name === "string" ? fault.name : "unknown",
    code: typeof fault.code === "string" ? fault.code : "",
    stack: stack.slice(0, 6).join(" < "),
  };
}
