import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Command } from "@/lib/platform/commands/define-command";
import { runCommand } from "@/lib/platform/commands/execute-command";
import {
  faultOf,
  formErrorOf,
  normalised,
  textOf,
  translateFieldErrors,
  typedValues,
} from "@/lib/platform/commands/form-action";
import { forgetSaved, rememberSaved, type SavedKey } from "@/lib/platform/commands/saved";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { type FieldErrors, type FormState, signedOutAnswer } from "@/lib/platform/forms/form-state";
import { Upload } from "@/lib/platform/forms/upload";
import { log } from "@/lib/platform/log";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { actCaller } from "@/lib/platform/tenancy/caller";
import { examineFile } from "./examine/examine";
import { cleanName } from "./examine/file-name";
import { largestFile, mostFiles } from "./limits";
import { BadForm, type ReceivedForm, receiveForm } from "./receive-form";
import { forgetReturnedForm, keepReturnedForm } from "./returned-form";
import { dropBytes } from "./storage";
import type { FileProblem } from "./types";

type Context = { params: Promise<{ tenant: string }> };

type Options<Result> = {
  /** The id of the form on its page. */
  form: string;
  /** The page the form stands on, from what was typed: where it comes back to. */
  page: (sent: { tenant: string; field: (name: string) => string }) => string;
  redirectTo: (done: { tenant: string; result: Result; field: (name: string) => string }) => string;
  /** What the page it leads to says was done; null where that page says so by itself. */
  saved: SavedKey | null;
  /**
   * Where the command judges the file itself and nothing of it is kept as a file: the most bytes it may have. Kinds, marks and the
   * sender's declaration are not asked for then.
   */
  raw?: { bytes: number };
};

type Answer = { status: number; state: FormState & { status: "error" } };

/** The field in which the sender says that nothing of it is a state secret. */
export const declarationField = "noSecrets";

const headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
};
const statuses: Readonly<Record<DomainError["code"], number>> = {
  "not-found": 404,
  forbidden: 403,
  conflict: 409,
  stale: 409,
  invalid: 422,
  busy: 503,
};

function plain(status: number, text = ""): Response {
  return new Response(text, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...headers, Location: location } });
}

/** A form of another site brings no cookie anyway (SameSite); as for every act its origin must be ours as well. */
export function isForeign(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return request.headers.get("sec-fetch-site") === "cross-site";
  const host = request.headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? request.headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

async function problemText(
  name: string,
  problem: FileProblem,
  { megabytes } = largestFile(),
): Promise<string> {
  const t = await getTranslations("files.problems");
  const values = { name: cleanName(name), megabytes, files: mostFiles };
  return t(problem as never, values as never);
}

/** Each file as it came, for a command that judges it. */
async function takeRaw(form: ReceivedForm, most: number): ReturnType<typeof examineAll> {
  const errors: FieldErrors = {};
  const limit = { bytes: most, megabytes: Math.max(1, Math.floor(most / 1_048_576)) };
  const uploads: [string, Upload][] = [];
  for (const { field, name, problem } of form.refused)
    (errors[field] ??= []).push(await problemText(name, problem, limit));
  for (const { field, name, bytes } of form.files) {
    const problem = bytes.length === 0 ? "empty" : bytes.length > most ? "tooBig" : null;
    if (problem) (errors[field] ??= []).push(await problemText(name, problem, limit));
    else {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const facts = { id: randomUUID(), name: cleanName(name), type: "", bytes, sha256, textRead: false };
      uploads.push([field, new Upload(facts)]);
    }
  }
  return { uploads, errors };
}

/** Looks at each file; what is not taken is said at its field. */
export async function examineAll(
  form: ReceivedForm,
  largest = largestFile(),
): Promise<{ uploads: [string, Upload][]; errors: FieldErrors }> {
  const errors: FieldErrors = {};
  const say = async (field: string, name: string, problem: FileProblem) => {
    (errors[field] ??= []).push(await problemText(name, problem, largest));
  };
  for (const { field, name, problem } of form.refused) await say(field, name, problem);
  const uploads: [string, Upload][] = [];
  for (const file of form.files) {
    const upload = await examineFile(file);
    if (upload instanceof Upload) uploads.push([file.field, upload]);
    else await say(file.field, file.name, upload);
  }
  const declared = form.fields.get(declarationField) === "on";
  const sent = form.files.length + form.refused.length > 0;
  if (sent && !declared)
    errors[declarationField] = await translateFieldErrors({ d: ["notDeclared"] }).then(({ d = [] }) => d);
  return { uploads, errors };
}

function invalid(fieldErrors: FieldErrors): Answer {
  return { status: 422, state: { status: "error", fieldErrors, values: {} } };
}

async function answerTo(name: string, error: unknown): Promise<Answer> {
  if (error instanceof DomainError) {
    return { status: statuses[error.code], state: await formErrorOf(error) };
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ command: name, reference, fault: faultOf(error) }, "fault");
  const t = await getTranslations("errors");
  return {
    status: 500,
    state: {
      status: "error",
      formError: { message: t("fault", { reference }) },
      fieldErrors: {},
      values: {},
    },
  };
}

/**
 * Takes a form with files: a route's POST. Reads it as a stream into memory, looks at every file before anything is kept,
 * and runs the command with the typed fields and with each file as an `Upload` in the field it came in. Answers a browser
 * without script with 303, to where the act leads or back to the form's page with everything typed; a script with JSON.
 * What is refused for any reason leaves no byte.
 */
export function uploadAction<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
  options: Options<Result>,
): (request: Request, context: Context) => Promise<Response> {
  async function act(caller: Caller, form: ReceivedForm): Promise<{ target: string } | Answer> {
    const { uploads, errors } = options.raw ? await takeRaw(form, options.raw.bytes) : await examineAll(form);
    const fields = normalised(form.fields);
    for (const [field, upload] of uploads) fields.append(field, upload);
    const submission = parseWithZod(fields, { schema: command.input });
    const wrong = submission.status === "success" ? {} : await translateFieldErrors(submission.error ?? {});
    if (submission.status !== "success" || Object.keys(errors).length > 0)
      return invalid({ ...wrong, ...errors });
    try {
      const result = await runCommand(command, caller, submission.value);
      const field = (name: string) => textOf(fields, name);
      return { target: options.redirectTo({ tenant: caller.tenant.slug, result, field }) };
    } catch (error) {
      // Rolled back for certain. After any other fault the janitor looks whether there is a row.
      if (!options.raw && error instanceof DomainError && error.code !== "busy") {
        await Promise.allSettled(uploads.map(([, upload]) => dropBytes(caller.tenant.id, upload.id)));
      }
      return answerTo(command.name, error);
    }
  }

  async function answerForm(caller: Caller, form: ReceivedForm, byScript: boolean): Promise<Response> {
    const done = await act(caller, form);
    const tenant = caller.tenant.slug;
    const values = typedValues(normalised(form.fields));
    const field = (name: string) => {
      const value = values[name];
      return typeof value === "string" ? value : "";
    };
    const page = options.page({ tenant, field });
    if ("target" in done) {
      if (options.saved) await rememberSaved(options.saved, done.target);
      await forgetReturnedForm(page);
      return byScript ? Response.json({ target: done.target }, { headers }) : seeOther(done.target);
    }
    if (byScript) return Response.json({ ...done.state, values }, { status: done.status, headers });
    if (done.status !== 404)
      await keepReturnedForm(caller, { form: options.form, state: { ...done.state, values } }, page);
    return seeOther(`${page}#${options.form}`);
  }

  return async function POST(request, { params }) {
    const { tenant } = await params;
    if (isForeign(request)) return plain(403);
    const byScript = request.headers.get("accept") === "application/json";
    const caller = await actCaller(tenant);
    if (caller === "signed-out") {
      return byScript
        ? plain(401, signedOutAnswer)
        : seeOther(`/sign-in?next=${encodeURIComponent(`/${tenant}`)}`);
    }
    if (caller === "not-found") return plain(404);
    await forgetSaved();
    let form: ReceivedForm;
    try {
      form = await receiveForm(request);
    } catch (error) {
      if (error instanceof BadForm) return plain(400, await problemText("", "broken"));
      const { status, state } = await answerTo(command.name, error);
      return byScript ? Response.json(state, { status, headers }) : plain(status, state.formError?.message);
    }
    try {
      return await answerForm(caller, form, byScript);
    } finally {
      form.release();
    }
  };
}
