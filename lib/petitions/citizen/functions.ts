import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import { publicClient } from "@/lib/platform/db/client";
import type { ClockLaw } from "../clocks/types";
import type { PaperKind } from "../paper/forms";
import type { StoredPetitionState } from "../types";

/*
 * The functions of the database that portal_public may call (migration citizens). Each is one statement and so one transaction.
 */
export type WrappedKey = { id: string; wrapped: string };

export type PortalRow = {
  tenantId: string;
  name: string;
  demo: boolean;
  bodies: { id: string; name: string }[];
  letters: WrappedKey | null;
  lookup: WrappedKey | null;
};

export type SubmitAnswer = { code: string; again?: true } | { wait: number } | { gone: true };
/** `wait`: seconds the next try costs. */
export type LookUpAnswer = { found?: boolean; wait?: number };

export type LetterRow = {
  code: string;
  state: StoredPetitionState;
  open: boolean;
  askedOn: string | null;
  /** Of a sealed letter nobody classified yet: whom it went to, and when it is answered first, where that is reckoned already. */
  first?: {
    receivedOn: Day;
    body: string;
    office: string;
    reckoned: boolean;
    dueOn: Day | null;
    law: ClockLaw;
  } | null;
  detail?: {
    receivedOn: Day;
    channel: string;
    body: string;
    office: string;
    outcomeOn: Day | null;
    outcomeBody: string;
    document: string;
    acceptedOn: Day | null;
    forward: { on: Day; office: string; document: string } | null;
    dueOn: Day | null;
    /** Meant for the sender, the first first. */
    papers: { id: string; kind: PaperKind; number: string; issuedOn: Day }[];
  };
};

export type LetterKeyRow = {
  petitionId: string;
  identity: "plain" | "sealed";
  state: StoredPetitionState;
  open: boolean;
  key: string;
  tenantKey: WrappedKey;
  person: { id: string; sealed: string | null } | null;
};

/** A paper under its seal, and what opens it. */
export type PaperRow = Pick<LetterKeyRow, "petitionId" | "key" | "tenantKey"> & {
  tenantId: string;
  number: string;
  at: string;
  sealed: string;
};

async function one<T>(rows: Promise<{ answer: T | null }[]>): Promise<T | null> {
  return (await rows)[0]?.answer ?? null;
}

const json = (value: object) => JSON.stringify(value);

export function citizenPortal(slug: string): Promise<PortalRow | null> {
  return one(publicClient().$queryRaw<{ answer: PortalRow }[]>`select citizen_portal(${slug}) as answer`);
}

export async function makeKey(slug: string, key: object): Promise<void> {
  await publicClient().$executeRaw`select citizen_make_key(${slug}, ${json(key)}::jsonb)`;
}

export async function putDraft(slug: string, id: string, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
  await publicClient().$executeRaw`select citizen_keep_draft(${slug}, ${id}::uuid, ${sealed})`;
}

export function getDraft(slug: string, id: string): Promise<Uint8Array | null> {
  return one(
    publicClient().$queryRaw<{ answer: Uint8Array }[]>`select citizen_draft(${slug}, ${id}::uuid) as answer`,
  );
}

/** The law of the first answer to a letter that is sent now, and its revision. */
export function firstLaw(slug: string): Promise<{ today: Day; revision: number; law: ClockLaw } | null> {
  return one(
    publicClient().$queryRaw<
      { answer: { today: Day; revision: number; law: ClockLaw } }[]
    >`select citizen_first_law(${slug}) as answer`,
  );
}

export function submit(slug: string, letter: object): Promise<SubmitAnswer | null> {
  return one(
    publicClient().$queryRaw<
      { answer: SubmitAnswer }[]
    >`select citizen_submit(${slug}, ${json(letter)}::jsonb) as answer`,
  );
}

export function lookUp(
  slug: string,
  hash: string,
  bucket: number,
  ticket: string | null,
): Promise<LookUpAnswer | null> {
  return one(
    publicClient().$queryRaw<
      { answer: LookUpAnswer }[]
    >`select citizen_look_up(${slug}, ${hash}, ${bucket}::int, ${ticket}) as answer`,
  );
}

/** The letter of a page, and what was typed into its form a moment ago. */
export async function letterOf(
  slug: string,
  hash: string,
  draft: string | null,
): Promise<{ letter: LetterRow | null; draft: Uint8Array | null }> {
  const rows = await publicClient().$queryRaw<
    { letter: LetterRow | null; draft: Uint8Array | null }[]
  >`select letter, draft from citizen_letter_page(${slug}, ${hash}, ${draft}::uuid)`;
  return rows[0] ?? { letter: null, draft: null };
}

export function letterKeyOf(slug: string, hash: string): Promise<LetterKeyRow | null> {
  return one(
    publicClient().$queryRaw<
      { answer: LetterKeyRow }[]
    >`select citizen_letter_key(${slug}, ${hash}) as answer`,
  );
}

export function paperOf(slug: string, hash: string, paperId: string): Promise<PaperRow | null> {
  return one(
    publicClient().$queryRaw<
      { answer: PaperRow }[]
    >`select citizen_paper(${slug}, ${hash}, ${paperId}::uuid) as answer`,
  );
}

export async function addPage(slug: string, hash: string, page: object): Promise<boolean> {
  const added = await one(
    publicClient().$queryRaw<
      { answer: boolean }[]
    >`select citizen_add_page(${slug}, ${hash}, ${json(page)}::jsonb) as answer`,
  );
  return added === true;
}

export async function changeContact(slug: string, hash: string, contact: object): Promise<boolean> {
  const changed = await one(
    publicClient().$queryRaw<
      { answer: boolean }[]
    >`select citizen_change_contact(${slug}, ${hash}, ${json(contact)}::jsonb) as answer`,
  );
  return changed === true;
}

export function withdraw(slug: string, hash: string, wish: object): Promise<"withdrawn" | "asked" | null> {
  return one(
    publicClient().$queryRaw<
      { answer: "withdrawn" | "asked" }[]
    >`select citizen_withdraw(${slug}, ${hash}, ${json(wish)}::jsonb) as answer`,
  );
}
