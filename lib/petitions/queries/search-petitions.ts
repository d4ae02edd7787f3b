import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { keyedHash } from "../identity/letter-key";
import { tenantKeyIfAny } from "../identity/tenant-keys";
import { neighboursOf, type Wanted, wantedBy, wordsNeeded } from "../search";

const shown = 30;
/** How many letters of one gram are looked at, from the newest on: what bounds a search whatever the register holds. */
const perGram = 200;
/** A pair stands for itself among the words: it leads to letters and is not asked of them. */
const firstPair = 100;

type Gram = { at: number; gram: string };
type Found = { id: string; matched: number };

/** Letters that have enough of the words, most first. One statement, each step of it a seek by equality. */
async function findByGrams(
  tx: TenantTx,
  actor: Actor,
  grams: readonly Gram[],
  needed: number,
): Promise<Found[]> {
  if (grams.length === 0) return [];
  return tx.$queryRaw<Found[]>`
    with asked as (
      select * from unnest(${grams.map((gram) => gram.at)}::integer[], ${grams.map((gram) => gram.gram)}::text[]) as asked (at, gram)),
    -- The two places of the question that the fewest letters answer lead to the candidates.
    rare as (
      select asked.at from asked
      cross join lateral (select count(*) as n from (
        select 1 from petition_grams g where g.tenant_id = ${actor.tenantId}::uuid and g.office_id = ${actor.officeId}::uuid
          and g.gram = asked.gram limit ${perGram + 1}) few) counted
      group by asked.at having sum(n) > 0 order by sum(n), asked.at limit 2),
    candidates as (
      select distinct near.petition_id, near.received_on from asked
      cross join lateral (
        select g.petition_id, g.received_on from petition_grams g
        where g.tenant_id = ${actor.tenantId}::uuid and g.office_id = ${actor.officeId}::uuid and g.gram = asked.gram
        order by g.received_on desc, g.petition_id desc limit ${perGram}) near
      where asked.at in (select rare.at from rare))
    select c.petition_id as id, has.matched from candidates c
    cross join lateral (
      select count(distinct asked.at)::integer as matched from asked
      where asked.at < ${firstPair} and exists (
        select 1 from petition_grams g
        where g.tenant_id = ${actor.tenantId}::uuid and g.office_id = ${actor.officeId}::uuid and g.gram = asked.gram
          and g.received_on = c.received_on and g.petition_id = c.petition_id)) has
    where has.matched >= ${needed}
    order by has.matched desc, c.received_on desc, c.petition_id desc limit ${shown}`;
}

/** Of the syllables one slip away those that are in the register at all, a few a word. */
async function slips(tx: TenantTx, actor: Actor, words: readonly string[]): Promise<Gram[]> {
  const near = words.flatMap((word, at) => neighboursOf(word).map((gram) => ({ at, gram })));
  if (near.length === 0) return [];
  return tx.$queryRaw<Gram[]>`
    select at, gram from (
      select asked.at, asked.gram, row_number() over (partition by asked.at order by asked.gram) as place
      from unnest(${near.map((gram) => gram.at)}::integer[], ${near.map((gram) => gram.gram)}::text[]) as asked (at, gram)
      where exists (select 1 from petition_grams g where g.tenant_id = ${actor.tenantId}::uuid
        and g.office_id = ${actor.officeId}::uuid and g.gram = asked.gram)) known
    where place <= 12`;
}

/** Letters of who has this telephone or identity number, by keyed hashes: exact, and never a denouncer. */
async function findByNumber(tx: TenantTx, actor: Actor, wanted: Wanted): Promise<string[]> {
  if (!wanted.phone && !wanted.idNumber) return [];
  const lookup = await tenantKeyIfAny(tx, actor.tenantId, "lookup");
  if (!lookup) return [];
  const phone = wanted.phone ? keyedHash(lookup.key, "phone", wanted.phone) : "";
  const idNumber = wanted.idNumber ? keyedHash(lookup.key, "id-number", wanted.idNumber) : "";
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select pe.petition_id as id from petition_people pe
      where pe.tenant_id = ${actor.tenantId}::uuid and pe.phone_hash = ${phone}
    union
    select pe.petition_id from petition_people pe
      where pe.tenant_id = ${actor.tenantId}::uuid and pe.id_hash = ${idNumber}
    limit ${shown}`;
  return rows.map(({ id }) => id);
}

/**
 * Letters the acting office reads, by code, telephone or identity number exactly, by words of the subject and of a name in
 * the clear without marks; where that finds little, with a slip of the finger in the words. Best first.
 */
export async function searchPetitions(tx: TenantTx, actor: Actor, text: string): Promise<string[]> {
  const wanted = wantedBy(text);
  const byNumber = await findByNumber(tx, actor, wanted);
  const byCode = wanted.code
    ? (await findByGrams(tx, actor, [{ at: 0, gram: wanted.code }], 1)).map(({ id }) => id)
    : [];
  const exact: Gram[] = [
    ...wanted.words.map((gram, at) => ({ at, gram })),
    ...wanted.pairs.map((gram, at) => ({ at: firstPair + at, gram })),
  ];
  const needed = wordsNeeded(wanted.words.length);
  const found = await findByGrams(tx, actor, exact, needed);
  const whole = found.some(({ matched }) => matched === wanted.words.length);
  const close = whole
    ? []
    : await findByGrams(
        tx,
        actor,
        [...exact.filter(({ at }) => at < firstPair), ...(await slips(tx, actor, wanted.words))],
        needed,
      );
  const ranked = [...found, ...close].sort((one, other) => other.matched - one.matched).map(({ id }) => id);
  return [...new Set([...byNumber, ...byCode, ...ranked])].slice(0, shown);
}
