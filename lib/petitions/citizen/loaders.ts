import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { dayAt, daysBetween } from "@/lib/platform/dates/days";
import { citizenLimits } from "@/lib/platform/files/limits";
import { log } from "@/lib/platform/log";
import { portalAddress } from "@/lib/platform/mail/portal-address";
import { type DraftForm, draftId, held, loadDraft, openDraft, openedLetter } from "./drafts";
import { firstAnswerOf } from "./first-answer";
import { citizenPortal, type LetterRow, letterOf } from "./functions";
import { portalKey } from "./keys";
import { tellSchema } from "./schema";
import { secretHash } from "./secret";
import type {
  CitizenForm,
  CitizenFrame,
  FirstAnswer,
  LetterActView,
  LetterView,
  LookUpView,
  SendView,
  SentView,
  TellView,
} from "./types";

type LetterForm = "add" | "contact" | "withdraw";

const emptyForm: CitizenForm = { values: {}, errors: {} };

/** The province of an address; one that is none, or serves nobody, is not found. */
const loadPortal = cache(async (tenant: string) => {
  const portal = await citizenPortal(tenant);
  if (!portal || portal.bodies.length === 0) notFound();
  return portal;
});

/** What every page without a session shows around itself; a province that is none is not found. */
export async function loadFrame(tenant: string): Promise<CitizenFrame> {
  const { name, demo } = await loadPortal(tenant);
  return { tenant, tenantName: name, demo };
}

async function formOf(tenant: string, form: DraftForm): Promise<CitizenForm> {
  return (await loadDraft(tenant, form)) ?? emptyForm;
}

export async function loadTell(tenant: string): Promise<TellView> {
  const { bodies } = await loadPortal(tenant);
  return { ...(await loadFrame(tenant)), bodies, form: await formOf(tenant, "tell") };
}

/** Before it is sent: what was typed, to be read once more. Who has not told anything yet begins there. */
export async function loadSend(tenant: string): Promise<SendView> {
  const frame = await loadFrame(tenant);
  const form = await formOf(tenant, "tell");
  if (!tellSchema.safeParse(form.values).success) redirect(`/${tenant}/citizen`);
  const { bodies } = await loadPortal(tenant);
  const body = bodies.find(({ id }) => id === form.values["bodyId"])?.name ?? "";
  return { ...frame, body, limits: citizenLimits(), form };
}

export async function loadSent(tenant: string): Promise<SentView> {
  const frame = await loadFrame(tenant);
  const receipt = await held(tenant, "receipt");
  if (!receipt) redirect(`/${tenant}/citizen/look-up`);
  const lookUpAt = portalAddress(`/${tenant}/citizen/look-up`);
  const [code, secret] = [String(receipt["code"]), String(receipt["secret"])];
  return { ...frame, code, secret, lookUpAt, first: await firstOfSent(tenant, code, secret) };
}

/** The page that shows the secret once is shown whatever befalls what only stands beside it. */
async function firstOfSent(tenant: string, code: string, secret: string): Promise<FirstAnswer | null> {
  try {
    const { key } = await portalKey(tenant, await loadPortal(tenant), "lookup");
    const { letter } = await letterOf(tenant, secretHash(key, tenant, code, secret), null);
    return letter && firstAnswerOf(letter);
  } catch (error) {
    log.warn({ fault: error instanceof Error ? error.name : "unknown" }, "first answer not told");
    return null;
  }
}

export async function loadLookUp(tenant: string): Promise<LookUpView> {
  const frame = await loadFrame(tenant);
  const typed = await formOf(tenant, "look-up");
  // Who comes from the page with both codes need not write the code again; the secret is typed each time.
  const receipt = typed.values["code"] ? null : await held(tenant, "receipt");
  const form = receipt ? { ...typed, values: { ...typed.values, code: String(receipt["code"]) } } : typed;
  return { ...frame, form, ticket: form.values["ticket"] ?? "" };
}

/** The letter this browser opened, with what was typed into a form beside it. */
async function openLetter(
  tenant: string,
  form: LetterForm | null = null,
): Promise<{ letter: LetterRow; form: CitizenForm }> {
  const hash = await openedLetter(tenant);
  const found = hash === null ? null : await letterOf(tenant, hash, form && (await draftId(form)));
  if (!found?.letter) redirect(`/${tenant}/citizen/look-up`);
  return { letter: found.letter, form: (form && (await openDraft(form, found.draft))) ?? emptyForm };
}

const doneActs = ["added", "contact", "withdrawn", "asked"] as const;

export async function loadLetter(tenant: string): Promise<LetterView> {
  const frame = await loadFrame(tenant);
  const row = (await openLetter(tenant)).letter;
  const { detail, askedOn, first: _first, ...letter } = row;
  const act = (await held(tenant, "done"))?.["act"];
  const today = dayAt(new Date());
  return {
    ...frame,
    ...letter,
    askedOn: askedOn === null || !letter.open ? null : dayAt(new Date(askedOn)),
    first: firstAnswerOf(row),
    done: doneActs.find((known) => known === act) ?? null,
    detail: detail
      ? {
          ...detail,
          atDesk: detail.channel === "desk",
          daysLeft: detail.dueOn === null ? null : daysBetween(today, detail.dueOn),
        }
      : null,
  };
}

/** A form beside a letter; of a closed one there is none. */
export async function loadLetterAct(tenant: string, form: LetterForm): Promise<LetterActView> {
  const frame = await loadFrame(tenant);
  const { letter, form: typed } = await openLetter(tenant, form);
  const { code, state, open } = letter;
  if (!open) redirect(`/${tenant}/citizen/letter`);
  return { ...frame, code, state, limits: citizenLimits(), form: typed };
}
