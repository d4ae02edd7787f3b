import "server-only";
import { publicClient } from "@/lib/platform/db/client";
import type { LinkLetter } from "./types";

/* The functions of the database that a link may call (migration external_bodies). Each is one transaction. */

async function one<T>(rows: Promise<{ answer: T | null }[]>): Promise<T | null> {
  return (await rows)[0]?.answer ?? null;
}

/** The slip a link opens, and what was typed into its form a moment ago. */
export async function linkPage(
  slug: string,
  hash: string,
  draft: string | null,
): Promise<{ letter: LinkLetter | null; draft: Uint8Array | null }> {
  const rows = await publicClient().$queryRaw<
    { letter: LinkLetter | null; draft: Uint8Array | null }[]
  >`select letter, draft from link_page(${slug}, ${hash}, ${draft}::uuid)`;
  return rows[0] ?? { letter: null, draft: null };
}

export function linkLetter(slug: string, hash: string): Promise<LinkLetter | null> {
  return one(
    publicClient().$queryRaw<{ answer: LinkLetter }[]>`select link_letter(${slug}, ${hash}) as answer`,
  );
}

/** False where the link opens nothing any more, or the slip is past this answer. */
export async function linkAnswer(slug: string, hash: string, answer: object): Promise<boolean> {
  const done = await one(
    publicClient().$queryRaw<
      { answer: boolean }[]
    >`select link_answer(${slug}, ${hash}, ${JSON.stringify(answer)}::jsonb) as answer`,
  );
  return done === true;
}
