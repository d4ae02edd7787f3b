import "server-only";
import { publicClient } from "@/lib/platform/db/client";
import type { LinkLetter } from "./types";

/* The functions of the database that a link may call (migration external_bodies). Each is one transaction. */

async function one<T>(rows: Promise<{ answer: T | null }[]>): Promise<T | null> {
  return (await rows)[0]?.answer ?? null;
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
