import "server-only";
import { publicClient } from "@/lib/platform/db/client";
import { matrixCell } from "../matrix";
import type { Duty } from "../types";
import type { PartyLink } from "./types";

/* The functions of the database that the link of a party outside may call (migration external_parties). Each is one transaction. */

export type PartyFile = {
  bytes: Uint8Array;
  number: number;
  symbol: string;
  issuedLength: number;
  issuedSha256: string;
  place: number;
  signers: readonly { fieldName: string; receivedAt: string; certificateSha256: string }[];
  certificates: readonly { id: string; sha256: string }[];
  roots: readonly Uint8Array[];
};

async function one<T>(rows: Promise<{ answer: T | null }[]>): Promise<T | null> {
  return (await rows)[0]?.answer ?? null;
}

type StoredDuty = Pick<Duty, "dutyKey" | "article" | "clause" | "shortText" | "leadRule" | "offices">;
type StoredLink = Omit<PartyLink, "words"> & {
  words: Pick<PartyLink["words"], "articles"> & { duties: readonly StoredDuty[] };
};
type Page<Link> = { tenantName: string; demo: boolean; link: Link | null };

function linkOf({ words, ...link }: StoredLink): PartyLink {
  const duties = words.duties.map(({ dutyKey, article, clause, shortText, ...duty }) => ({
    dutyKey,
    article,
    clause,
    shortText,
    parts: link.offices
      .map(({ id, code }) => ({ code, cell: matrixCell(duty, id) }))
      .filter(({ cell }) => cell !== "")
      .map(({ code, cell }) => `${code} ${cell}`)
      .join(", "),
  }));
  return { ...link, words: { articles: words.articles, duties } };
}

/** Null where the address names no province. */
export async function partyPage(slug: string, hash: string): Promise<Page<PartyLink> | null> {
  const page = await one(
    publicClient().$queryRaw<{ answer: Page<StoredLink> }[]>`select party_page(${slug}, ${hash}) as answer`,
  );
  return page && { ...page, link: page.link && linkOf(page.link) };
}

/** "stale" where the text was changed meanwhile, "gone" where the link opens nothing any more. */
export async function partyAnswer(
  slug: string,
  hash: string,
  answer: object,
): Promise<"done" | "stale" | "gone"> {
  const said = await one(
    publicClient().$queryRaw<
      { answer: "done" | "stale" | "gone" }[]
    >`select party_answer(${slug}, ${hash}, ${JSON.stringify(answer)}::jsonb) as answer`,
  );
  return said ?? "gone";
}

export async function partyTakeTurn(
  slug: string,
  hash: string,
): Promise<"done" | "taken" | "over" | "no-certificate" | "gone"> {
  const said = await one(
    publicClient().$queryRaw<
      { answer: "done" | "taken" | "over" | "no-certificate" | "gone" }[]
    >`select party_take_turn(${slug}, ${hash}) as answer`,
  );
  return said ?? "gone";
}

/** Before its half hour is over, so that others need not wait. "gone" where there is no turn any more. */
export async function partyGiveBackTurn(slug: string, hash: string): Promise<"done" | "gone"> {
  const said = await one(
    publicClient().$queryRaw<
      { answer: "done" | "gone" }[]
    >`select party_give_back_turn(${slug}, ${hash}) as answer`,
  );
  return said ?? "gone";
}

/** Declines to sign: the round stops. "gone" where the link opens nothing any more. */
export async function partyDecline(slug: string, hash: string, reason: string): Promise<"done" | "gone"> {
  const said = await one(
    publicClient().$queryRaw<
      { answer: "done" | "gone" }[]
    >`select party_decline(${slug}, ${hash}, ${reason}) as answer`,
  );
  return said ?? "gone";
}

/** The file that was handed out in the turn, and what a signed one is judged by; null outside the turn. */
export async function partyFile(slug: string, hash: string): Promise<PartyFile | null> {
  const rows = await publicClient().$queryRaw<PartyFile[]>`
    select bytes, number, symbol, issued_length as "issuedLength", issued_sha256 as "issuedSha256", place, signers, certificates, roots
    from party_file(${slug}, ${hash})`;
  return rows[0] ?? null;
}

/** Null where the turn or the link was over before the file was there. */
export function partySign(
  slug: string,
  hash: string,
  signed: { bytes: Uint8Array; fieldName: string; certificateId: string },
): Promise<{ tenantId: string; documentId: string } | null> {
  const bytes = Buffer.from(signed.bytes);
  return one(
    publicClient().$queryRaw<{ answer: { tenantId: string; documentId: string } }[]>`
      select party_sign(${slug}, ${hash}, ${bytes}::bytea, ${signed.fieldName}, ${signed.certificateId}::uuid) as answer`,
  );
}
