import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { type NumberAdvice, type NumberBook, nextNumber, numberBooks } from "./numbers";
import type { PaperKind } from "./paper/forms";

/** Whose book, and of which year. */
type Of = { tenantId: string; officeId: string; year: number };
type Last = { number: string; ordinal: number };

/** Papers of a book that are drawn by the portal and numbered there. */
const papersOf: Readonly<Record<NumberBook, readonly PaperKind[]>> = {
  slip: ["forwarding"],
  guided: ["guidance"],
  returned: [],
  "not-accepted": ["refusal"],
};

async function lastPaper(tx: TenantTx, of: Of, kind: PaperKind): Promise<Last[]> {
  return tx.$queryRaw<Last[]>`
    select number, number_ordinal as ordinal from petition_papers
    where tenant_id = ${of.tenantId}::uuid and office_id = ${of.officeId}::uuid and year = ${of.year} and kind = ${kind}
      and number_ordinal is not null
    order by number_ordinal desc limit 1`;
}

async function lastTyped(tx: TenantTx, of: Of, book: NumberBook): Promise<Last[]> {
  if (book === "slip") {
    return tx.$queryRaw<Last[]>`
      select document_number as number, slip_ordinal as ordinal from petition_forwards
      where tenant_id = ${of.tenantId}::uuid and from_office_id = ${of.officeId}::uuid and slip_year = ${of.year}
        and slip_ordinal is not null
      order by slip_ordinal desc limit 1`;
  }
  return tx.$queryRaw<Last[]>`
    select outcome_document as number, outcome_ordinal as ordinal from petitions
    where tenant_id = ${of.tenantId}::uuid and lead_office_id = ${of.officeId}::uuid and outcome = ${book}
      and outcome_year = ${of.year} and outcome_ordinal is not null
    order by outcome_ordinal desc limit 1`;
}

function after(found: readonly Last[]): string | null {
  const [last] = [...found].sort((one, other) => other.ordinal - one.ordinal);
  return last ? nextNumber(last) : null;
}

/** The number after the office's highest of the year in a book; null where it holds none yet. */
export async function loadNextNumber(tx: TenantTx, of: Of, book: NumberBook): Promise<string | null> {
  const found = await lastTyped(tx, of, book);
  for (const kind of papersOf[book]) found.push(...(await lastPaper(tx, of, kind)));
  return after(found);
}

/** The same of a paper of one kind, whose number may be typed. */
export async function loadNextPaperNumber(tx: TenantTx, of: Of, kind: PaperKind): Promise<string | null> {
  return after(await lastPaper(tx, of, kind));
}

/** The next number of every book, for a form that asks which. */
export async function loadNextNumbers(tx: TenantTx, of: Of, books: readonly NumberBook[] = numberBooks) {
  const found: { book: NumberBook; next: string }[] = [];
  for (const book of books) {
    const next = await loadNextNumber(tx, of, book);
    if (next !== null) found.push({ book, next });
  }
  return found;
}

async function isUsed(tx: TenantTx, of: Of, book: NumberBook, number: string, petitionId: string) {
  const [read] = await tx.$queryRaw<
    { ordinal: number | null }[]
  >`select number_ordinal(${number}) as ordinal`;
  const ordinal = read?.ordinal ?? null;
  // Told apart here: "is not distinct from" would find its rows by no index.
  const alike = ordinal === null ? Prisma.sql`is null` : Prisma.sql`= ${ordinal}`;
  const [found] = await (book === "slip"
    ? tx.$queryRaw<{ used: boolean }[]>`
        select exists (select 1 from petition_forwards
          where tenant_id = ${of.tenantId}::uuid and from_office_id = ${of.officeId}::uuid and slip_year = ${of.year}
            and slip_ordinal ${alike} and document_number = ${number} and petition_id <> ${petitionId}::uuid) as used`
    : tx.$queryRaw<{ used: boolean }[]>`
        select exists (select 1 from petitions
          where tenant_id = ${of.tenantId}::uuid and lead_office_id = ${of.officeId}::uuid and outcome = ${book}
            and outcome_year = ${of.year} and outcome_ordinal ${alike}
            and outcome_document = ${number} and id <> ${petitionId}::uuid) as used`);
  if (found?.used) return true;
  const papers = await tx.petitionPaper.count({
    where: { ...of, number, kind: { in: [...papersOf[book]] }, petitionId: { not: petitionId } },
  });
  return papers > 0;
}

/**
 * Two clerks who were offered the same number: who comes second is told so and offered the next one. A number of the office's own
 * book may be anything, so that it stands all the same where `anyway` says so.
 */
export async function takeNumber(
  tx: TenantTx,
  of: Of,
  book: NumberBook,
  { number, petitionId, anyway }: { number: string; petitionId: string; anyway: boolean },
): Promise<void> {
  const lock = `numbers:${of.tenantId}:${of.officeId}:${of.year}:${book}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
  if (anyway || !(await isUsed(tx, of, book, number, petitionId))) return;
  const advice: NumberAdvice = { nextNumber: await loadNextNumber(tx, of, book) };
  throw new DomainError("invalid", "invalid", { fields: { documentNumber: ["numberTaken"] }, advice });
}
