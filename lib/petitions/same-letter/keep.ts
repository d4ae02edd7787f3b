import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Petitioner } from "../identity/person";
import { tenantKey } from "../identity/tenant-keys";
import type { Identity } from "../types";
import { type Ask, findSameLetters, type LookUpSource } from "./find";
import { mostMatches } from "./most";
import { comparable } from "./sealed-text";
import { keyedLetter, packSketch, sameLetterKey } from "./sketch";

export function askIn(tx: TenantTx): Ask {
  return <Row>(sql: string, values: readonly unknown[]) => tx.$queryRawUnsafe<Row[]>(sql, ...values);
}

type KeptLetter = {
  tenantId: string;
  petitionId: string;
  officeId: string;
  identity: Identity;
  people: readonly Petitioner[];
  subject: string;
  content: string;
  now: Date;
  /** A part of a mixed letter: it is the same as the whole, and nobody need be told. */
  isPart?: boolean;
};

/** Of a letter that waited for it (jobs.ts) nothing is kept yet that would have to go first. */
type Kept = KeptLetter & { source?: Extract<LookUpSource, "taking" | "arrival"> };

/**
 * Keeps of a letter what other offices ask for, as keyed numbers, and which letters looked the same when it came. Called last by
 * every command that writes a letter or changes how it is kept, in its transaction: the database holds both sides together.
 */
export async function keepSketch(tx: TenantTx, letter: Kept): Promise<void> {
  const { tenantId, petitionId, identity, officeId, now, source = "taking" } = letter;
  const sealed = identity === "sealed";
  const key = sameLetterKey((await tenantKey(tx, tenantId, "lookup")).key);
  const text = comparable(letter.people, letter, sealed);
  const keyed = keyedLetter(text, key);
  const packed = packSketch(keyed.sketch);
  if (source === "taking") await tx.petitionSketch.deleteMany({ where: { tenantId, petitionId } });
  const [found = { same: [], ofCase: [] }] = letter.isPart
    ? []
    : await findSameLetters(askIn(tx), [{ ...keyed, sealed }], {
        source,
        officeId,
        except: petitionId,
      });
  await tx.petitionSketch.createMany({
    data: [
      {
        tenantId,
        petitionId,
        identity,
        petitioner: sealed ? null : new Uint8Array(packed.petitioner),
        matter: new Uint8Array(packed.matter),
        petitionerMarks: sealed ? [] : keyed.petitionerMarks,
        matterMarks: keyed.matterMarks,
      },
    ],
  });
  if (found.ofCase.length > 0) {
    await tx.petitionCaseMatch.createMany({
      data: found.ofCase.slice(0, mostMatches).map((each) => ({
        tenantId,
        petitionId,
        otherId: each.petitionId,
        score: Math.round(100 * each.score),
        foundAt: now,
      })),
    });
  }
  if (found.same.length === 0) return;
  await tx.petitionMatch.createMany({
    data: found.same.slice(0, mostMatches).map((each) => ({
      tenantId,
      petitionId,
      otherId: each.petitionId,
      score: Math.round(100 * each.score),
      why: each.why,
      foundAt: now,
    })),
  });
}
