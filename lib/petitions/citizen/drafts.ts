import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { openValue, openWith, sealValue, sealWith } from "@/lib/platform/sealed-value";
import { getDraft, putDraft } from "./functions";
import type { CitizenForm } from "./types";

export type DraftForm = "tell" | "look-up" | "add" | "contact" | "withdraw" | "slip";
export type Draft = CitizenForm & { id: string; token: string };

const hour = 3_600;

/** Whether the browser came by https, as the proxy in front of the portal says. */
async function cameByHttps(): Promise<boolean> {
  return (await headers()).get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}

async function cookieOf(tenant: string, maxAge: number) {
  // Told to no script and to no other site; the path keeps provinces apart. Over https it never travels in the clear.
  return {
    path: `/${tenant}`,
    maxAge,
    httpOnly: true,
    sameSite: "lax",
    secure: await cameByHttps(),
  } as const;
}

function readToken(token: string | undefined): { id: string; key: Buffer; token: string } | null {
  const [, id, key] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  return id && key && token ? { id, key: Buffer.from(key, "base64url"), token } : null;
}

async function tokenOf(form: DraftForm) {
  return readToken((await cookies()).get(`citizen-${form}`)?.value);
}

/** What this browser typed into a form a moment ago; null where there is nothing. */
export async function loadDraft(tenant: string, form: DraftForm): Promise<Draft | null> {
  const held = await tokenOf(form);
  return held ? openDraft(form, await getDraft(tenant, held.id)) : null;
}

/** The row of what was typed, for a function that answers with it. */
export async function draftId(form: DraftForm): Promise<string | null> {
  return (await tokenOf(form))?.id ?? null;
}

/** The row's words, by the key that this browser alone has. */
export async function openDraft(form: DraftForm, sealed: Uint8Array | null): Promise<Draft | null> {
  const held = await tokenOf(form);
  const opened = held && sealed ? (openWith(held.key, form, sealed) as CitizenForm | null) : null;
  return held && opened ? { ...opened, id: held.id, token: held.token } : null;
}

/** Keeps it for the next page, in place of what was kept before. */
export async function keepDraft(tenant: string, form: DraftForm, content: CitizenForm): Promise<void> {
  const before = await loadDraft(tenant, form);
  const token = before?.token ?? `${randomUUID()}.${randomBytes(32).toString("base64url")}`;
  const held = readToken(token);
  if (!held) throw new Error("a draft's token is none");
  await putDraft(tenant, held.id, new Uint8Array(sealWith(held.key, form, content)));
  (await cookies()).set(`citizen-${form}`, token, await cookieOf(tenant, 2 * hour));
}

export async function forgetDraft(tenant: string, form: DraftForm): Promise<void> {
  (await cookies()).set(`citizen-${form}`, "", await cookieOf(tenant, 0));
}

/** The token this browser holds of a letter it is writing, also when the letter was sent meanwhile. */
export async function tellToken(): Promise<{ id: string; token: string } | null> {
  return readToken((await cookies()).get("citizen-tell")?.value);
}

/** What a browser holds sealed: a letter it opened, a receipt to be shown, what was done a moment ago. */
const heldFor = { letter: hour / 2, receipt: hour / 4, link: hour / 2, done: 10 } as const;
type Held = keyof typeof heldFor;

export async function hold(tenant: string, name: Held, value: Record<string, string>): Promise<void> {
  const until = new Date(Date.now() + heldFor[name] * 1_000);
  (await cookies()).set(
    `citizen-${name}`,
    sealValue(`${tenant}/${name}`, value, until),
    await cookieOf(tenant, heldFor[name]),
  );
}

export async function held(tenant: string, name: Held): Promise<Record<string, unknown> | null> {
  return openValue(`${tenant}/${name}`, (await cookies()).get(`citizen-${name}`)?.value, new Date());
}

export async function letGo(tenant: string, name: Held): Promise<void> {
  (await cookies()).set(`citizen-${name}`, "", await cookieOf(tenant, 0));
}

/** The hash of the letter this browser opened; null where it opened none, or long ago. */
export async function openedLetter(tenant: string): Promise<string | null> {
  const value = await held(tenant, "letter");
  return typeof value?.hash === "string" ? value.hash : null;
}

export function hashOfTicket(ticket: string): string {
  return createHash("sha256").update(ticket).digest("hex");
}
