import "server-only";
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { faultOf, translateFieldErrors } from "@/lib/platform/commands/form-action";
import { asDomainError } from "@/lib/platform/db/database-error";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { BadForm, type ReceivedForm, receiveForm } from "@/lib/platform/files/receive-form";
import { examineAll, isForeign } from "@/lib/platform/files/upload-action";
import type { FieldErrors } from "@/lib/platform/forms/form-state";
import type { Upload } from "@/lib/platform/forms/upload";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { newCode } from "../code";
import { contentColumns, openPerson, personColumns } from "../identity/columns";
import { keyedHash, newKey, seal } from "../identity/letter-key";
import { nobody, phoneDigits } from "../identity/person";
import { cleanFields } from "./clean-fields";
import {
  type DraftForm,
  forgetDraft,
  hashOfTicket,
  hold,
  keepDraft,
  letGo,
  loadDraft,
  openedLetter,
  tellToken,
} from "./drafts";
import {
  addPage,
  changeContact,
  citizenPortal,
  letterKeyOf,
  lookUp,
  type PortalRow,
  submit,
  withdraw,
} from "./functions";
import { bytesOf, keyOfLetter, portalKey } from "./keys";
import { contactSchema, pageSchema, tellSchema, withdrawSchema } from "./schema";
import { dropSealed, keepSealed } from "./seal-files";
import { bucketOf, secretHash, secretOfDraft } from "./secret";
import { leftOf, ticketAfter } from "./tickets";

type Sent = {
  tenant: string;
  portal: PortalRow;
  values: Record<string, string>;
  legacy: readonly string[];
  form: ReceivedForm;
};

/** Where an act leads: a page of citizens. */
type Target = string;

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

async function parse<S extends z.ZodType>(
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
const fieldsOf: Readonly<Record<DraftForm, readonly string[]>> = {
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
};

async function back(
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

/** First page: what, who, to whom. Kept nowhere but in the sealed draft. */
async function tell(sent: Sent): Promise<Target> {
  const parsed = await parse(tellSchema, sent);
  const known = sent.portal.bodies.some(({ id }) => id === sent.values["bodyId"]);
  const errors =
    "errors" in parsed
      ? parsed.errors
      : known
        ? {}
        : await translateFieldErrors({ bodyId: ["citizenBodyMissing"] });
  const home = `/${sent.tenant}/citizen`;
  await back(sent, "tell", errors, undefined, home);
  return Object.keys(errors).length > 0 ? `${home}#errors` : `${home}/send`;
}

type Telling = z.output<typeof tellSchema>;

function peopleOf(letter: Telling, key: Uint8Array, tenantId: string) {
  const { fullName, address, phone } = letter;
  const people = [
    { part: "petitioner", relation: null as string | null, who: { ...nobody, fullName, address, phone } },
  ];
  if (letter.forOther) {
    const who = { ...nobody, fullName: letter.helperName, phone: letter.helperPhone };
    people.push({ part: "representative", relation: letter.relation, who });
  }
  return people.map(({ part, relation, who }, index) => {
    const id = newId();
    const keys = { letter: key, lookup: key };
    const { sealed } = personColumns(who, "sealed", keys, { tenantId, personId: id });
    return { id, ordinal: index + 1, part, relation, sealed: base64(sealed ?? new Uint8Array()) };
  });
}

async function writeLetter(
  sent: Sent,
  letter: Telling,
  draft: { id: string; token: string },
  uploads: readonly Upload[],
) {
  const { tenant, portal } = sent;
  const { tenantId } = portal;
  const [letters, lookup] = [
    await portalKey(tenant, portal, "letters"),
    await portalKey(tenant, portal, "lookup"),
  ];
  const [petitionId, code, key] = [newId(), newCode(tenant), newKey()];
  const secret = secretOfDraft(lookup.key, draft.token);
  const content = contentColumns(letter.content, "sealed", key, { tenantId, petitionId }).sealedContent;
  const files = await keepSealed({ tenantId, petitionId }, uploads, key);
  try {
    const answer = await submit(tenant, {
      draftId: draft.id,
      ticketHash: hashOfTicket(draft.token),
      petitionId,
      code,
      bodyId: letter.bodyId,
      subject: letter.subject,
      content: base64(content ?? new Uint8Array()),
      tenantKeyId: letters.id,
      key: base64(seal(letters.key, key, { purpose: "letter-key", tenantId, id: petitionId })),
      people: peopleOf(letter, key, tenantId),
      secretHash: secretHash(lookup.key, tenant, code, secret),
      files,
    });
    if (answer === null || !("code" in answer) || answer.again) await dropSealed(tenantId, files);
    return { answer, secret };
  } catch (error) {
    await dropSealed(tenantId, files);
    throw error;
  }
}

/** Last page: files are looked at, and the letter is written or nothing of it. */
async function send(sent: Sent): Promise<Target> {
  const { tenant, form } = sent;
  const [start, page] = [`/${tenant}/citizen`, `/${tenant}/citizen/send`];
  const token = await tellToken();
  const draft = await loadDraft(tenant, "tell");
  if (!token) return start;
  // Sent a moment ago from another press of the button: the same letter is shown, and nothing is looked at again.
  if (!draft) {
    const lookup = await portalKey(tenant, sent.portal, "lookup");
    const answer = await submit(tenant, { draftId: token.id, ticketHash: hashOfTicket(token.token) });
    if (!answer || !("code" in answer)) return start;
    await hold(tenant, "receipt", { code: answer.code, secret: secretOfDraft(lookup.key, token.token) });
    return `/${tenant}/citizen/sent`;
  }
  const letter = tellSchema.safeParse(draft.values);
  if (!letter.success) return start;
  const { uploads, errors } = await examineAll(form);
  const { values } = draft;
  if (Object.keys(errors).length > 0) {
    const { noSecrets, ...others } = errors;
    const files = Object.values(others).flat();
    await keepDraft(tenant, "tell", {
      values,
      errors: { ...(files.length > 0 ? { files } : {}), ...(noSecrets ? { noSecrets } : {}) },
    });
    return `${page}#errors`;
  }
  const { answer, secret } = await writeLetter(
    sent,
    letter.data,
    draft,
    uploads.map(([, upload]) => upload),
  );
  if (answer && "wait" in answer) {
    const t = await getTranslations("citizen.send");
    await keepDraft(tenant, "tell", { values, errors: {}, note: t("wait", { seconds: answer.wait }) });
    return `${page}#errors`;
  }
  if (!answer || !("code" in answer)) return start;
  await hold(tenant, "receipt", { code: answer.code, secret });
  return `/${tenant}/citizen/sent`;
}

/** A try to open a letter. Whatever was wrong, the answer is the same. */
async function look(sent: Sent): Promise<Target> {
  const { tenant, portal, values } = sent;
  const page = `/${tenant}/citizen/look-up`;
  const now = new Date();
  const [code = "", secret = ""] = [values["code"], values["secret"]].map((typed) =>
    (typed ?? "").slice(0, 100),
  );
  const lookup = await portalKey(tenant, portal, "lookup");
  const bucket = bucketOf(lookup.key, tenant, code);
  const t = await getTranslations("citizen.lookUp");
  const ask = async (note: string, ticket: string) => {
    await back({ ...sent, values: { code, ticket } }, "look-up", {}, note);
    return `${page}#errors`;
  };
  const ticket = values["ticket"] ?? "";
  const left = leftOf(tenant, bucket, ticket, now);
  if (left !== null && left > 0) return ask(t("wait", { seconds: left }), ticket);
  const hash = secretHash(lookup.key, tenant, code, secret);
  const answer = await lookUp(tenant, hash, bucket, left === 0 ? hashOfTicket(ticket) : null);
  if (answer?.found) {
    await hold(tenant, "letter", { hash });
    await forgetDraft(tenant, "look-up");
    return `/${tenant}/citizen/letter`;
  }
  const wait = answer?.wait ?? 0;
  const words =
    answer?.found === false
      ? t(wait > 0 ? "missAndWait" : "miss", { seconds: wait })
      : t("wait", { seconds: wait });
  return ask(words, wait > 0 ? ticketAfter(tenant, bucket, wait, now) : "");
}

type Opened = { hash: string; row: NonNullable<Awaited<ReturnType<typeof letterKeyOf>>>; key: Uint8Array };

/** The letter this browser opened with its secret, with the key to seal for it; null where there is none that is open. */
async function opened({ tenant, portal }: Sent): Promise<Opened | null> {
  const hash = await openedLetter(tenant);
  const row = hash === null ? null : await letterKeyOf(tenant, hash);
  if (hash === null || !row?.open) return null;
  return { hash, row, key: keyOfLetter(portal.tenantId, row) };
}

function sealAddition(sent: Sent, { key }: Opened, id: string, text: string): string | null {
  if (text === "") return null;
  const binding = { purpose: "addition", tenantId: sent.portal.tenantId, id } as const;
  return base64(seal(key, new TextEncoder().encode(text), binding));
}

const letterPage = (tenant: string) => `/${tenant}/citizen/letter`;

async function add(sent: Sent): Promise<Target> {
  const { tenant, portal } = sent;
  const letter = await opened(sent);
  if (!letter) return letterPage(tenant);
  const parsed = await parse(pageSchema, sent);
  const { uploads, errors: wrong } = await examineAll(sent.form);
  const errors: FieldErrors = { ...("errors" in parsed ? parsed.errors : {}), ...wrong };
  const page = "input" in parsed ? parsed.input.page : "";
  if (page === "" && uploads.length === 0 && Object.keys(errors).length === 0)
    Object.assign(errors, await translateFieldErrors({ page: ["citizenPageMissing"] }));
  if (Object.keys(errors).length > 0) return `${await back(sent, "add", errors)}#errors`;
  const id = newId();
  const files = await keepSealed(
    { tenantId: portal.tenantId, petitionId: letter.row.petitionId },
    uploads.map(([, upload]) => upload),
    letter.key,
  );
  let added = false;
  try {
    added = await addPage(tenant, letter.hash, { id, sealed: sealAddition(sent, letter, id, page), files });
  } finally {
    if (!added) await dropSealed(portal.tenantId, files);
  }
  await forgetDraft(tenant, "add");
  if (added) await hold(tenant, "done", { act: "added" });
  return letterPage(tenant);
}

async function contact(sent: Sent): Promise<Target> {
  const { tenant, portal } = sent;
  const letter = await opened(sent);
  if (!letter?.row.person) return letterPage(tenant);
  const parsed = await parse(contactSchema, sent);
  if ("errors" in parsed) return `${await back(sent, "contact", parsed.errors)}#errors`;
  const { address, phone } = parsed.input;
  const { person, identity } = letter.row;
  const of = { tenantId: portal.tenantId, personId: person.id };
  const lookup = await portalKey(tenant, portal, "lookup");
  const digits = phoneDigits(phone);
  const plain = { address, phone, phoneHash: digits ? keyedHash(lookup.key, "phone", digits) : "" };
  const resealed = () => {
    const known = openPerson(bytesOf(person.sealed ?? ""), letter.key, of);
    const now = { ...known, address: address || known.address, phone: phone || known.phone };
    const { sealed } = personColumns(now, "sealed", { letter: letter.key, lookup: lookup.key }, of);
    return { sealed: base64(sealed ?? new Uint8Array()) };
  };
  const changed = await changeContact(tenant, letter.hash, {
    id: newId(),
    identity,
    personId: person.id,
    ...(identity === "sealed" ? resealed() : plain),
  });
  await forgetDraft(tenant, "contact");
  if (changed) await hold(tenant, "done", { act: "contact" });
  return letterPage(tenant);
}

async function takeBack(sent: Sent): Promise<Target> {
  const { tenant } = sent;
  const letter = await opened(sent);
  if (!letter) return letterPage(tenant);
  const parsed = await parse(withdrawSchema, sent);
  if ("errors" in parsed) return `${await back(sent, "withdraw", parsed.errors)}#errors`;
  const id = newId();
  const sealed = sealAddition(sent, letter, id, parsed.input.reason);
  const done = await withdraw(tenant, letter.hash, { id, sealed });
  await forgetDraft(tenant, "withdraw");
  if (done) await hold(tenant, "done", { act: done });
  return letterPage(tenant);
}

/** Nothing of the letter stays in this browser. */
async function leave({ tenant }: Sent): Promise<Target> {
  await letGo(tenant, "letter");
  await letGo(tenant, "receipt");
  for (const form of Object.keys(fieldsOf)) await forgetDraft(tenant, form as DraftForm);
  return `/${tenant}/citizen`;
}

const acts: Readonly<Record<string, (sent: Sent) => Promise<Target>>> = {
  tell,
  send,
  "look-up": look,
  add,
  contact,
  withdraw: takeBack,
  leave,
};

const headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

function plain(status: number, text = ""): Response {
  return new Response(text, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}

async function wordsOfFault(error: unknown, act: string): Promise<Response> {
  const known = asDomainError(error);
  const t = await getTranslations("errors");
  if (known instanceof DomainError) {
    return plain(known.code === "busy" ? 503 : 409, t(known.messageKey as never));
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ command: `citizen.${act}`, reference, fault: faultOf(error) }, "fault");
  return plain(500, t("fault" as never, { reference } as never));
}

/** A form of a page for citizens: read as a stream, cleaned, done, answered with 303 to the page it leads to. */
export async function citizenAct(request: Request, tenant: string, name: string): Promise<Response> {
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) return plain(404);
  if (isForeign(request)) return plain(403);
  let form: ReceivedForm | undefined;
  try {
    const portal = await citizenPortal(tenant);
    if (!portal || portal.bodies.length === 0) return plain(404);
    form = await receiveForm(request);
    const location = await act({ tenant, portal, ...cleanFields(form.fields), form });
    return new Response(null, { status: 303, headers: { ...headers, Location: location } });
  } catch (error) {
    if (error instanceof BadForm) {
      const t = await getTranslations("files.problems");
      return plain(400, t("broken" as never));
    }
    return await wordsOfFault(error, name);
  } finally {
    form?.release();
  }
}
