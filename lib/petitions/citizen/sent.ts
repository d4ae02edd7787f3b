import "server-only";
import type { z } from "zod";
import { translateFieldErrors } from "@/lib/platform/commands/form-action";
import type { ReceivedForm } from "@/lib/platform/files/receive-form";
import type { FieldErrors } from "@/lib/platform/forms/form-state";
import { type DraftForm, keepDraft } from "./drafts";
import type { PortalRow } from "./functions";

/** A form as it was sent to an act, cleaned. */
export type Sent = {
  tenant: string;
  portal: PortalRow;
  values: Record<string, string>;
  legacy: readonly string[];
  form: ReceivedForm;
};

/** Where an act leads: a page of citizens. */
export type Target = string;

export type Act = (sent: Sent) => Promise<Target>;

export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

export async function parse<S extends z.ZodType>(
  schema: S,
  { values, legacy }: Pick<Sent, "values" | "legacy">,
): Promise<{ input: z.output<S> } | { errors: FieldErrors }> {
  const parsed = schema.safeParse(values);
  const keys: Record<string, string[]> = Object.fromEntries(legacy.map((name) => [name, ["citizenLegacy"]]));
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? "");
    keys[field] ??= [issue.message];
  }
  if (parsed.success && legacy.length === 0) return { input: parsed.data };
  return { errors: await translateFieldErrors(keys) };
}

/** The fields a form has, so that nothing else is kept. */
export const fieldsOf: Readonly<Record<DraftForm, readonly string[]>> = {
  tell: [
    "bodyId",
    "subject",
    "content",
    "fullName",
    "address",
    "phone",
    "forOther",
    "helperName",
    "helperPhone",
    "relation",
  ],
  "look-up": ["code", "ticket"],
  add: ["page"],
  contact: ["address", "phone"],
  withdraw: ["reason"],
  slip: ["answer", "ground", "why", "words", "documentNumber", "resultOn"],
};

/** Back to the page of a form, with everything typed and what was wrong. */
export async function back(
  sent: Sent,
  form: DraftForm,
  errors: FieldErrors,
  note?: string,
  page = `/${sent.tenant}/citizen/letter/${form}`,
): Promise<Target> {
  const values = Object.fromEntries(fieldsOf[form].map((name) => [name, sent.values[name] ?? ""]));
  await keepDraft(sent.tenant, form, { values, errors, ...(note ? { note } : {}) });
  return page;
}
