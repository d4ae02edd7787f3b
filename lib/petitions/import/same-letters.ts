import { denouncesBy, identityBy } from "../rules";
import { among } from "../same-letter/among";
import type { Why } from "../same-letter/compare";
import { type Ask, answersOf, byScore, keepAnswers, seekSameLetters } from "../same-letter/find";
import { mostMatches } from "../same-letter/most";
import { comparable } from "../same-letter/sealed-text";
import { type KeyedLetter, keyedLetter, packSketch, sameLetterKey } from "../same-letter/sketch";
import { beginLookUp, type ImportLookUp } from "./in-charge";
import type { ReadPetition } from "./read-petitions";

/** What a line of the file is told of another letter that is the same. */
export type SameLetter = { code: string; office: string; score: number; why: Why };

export type ImportedLetter = { read: ReadPetition; id: string; code: string; officeCode: string };

type Kept = ImportedLetter & {
  keyed: KeyedLetter;
  sealed: boolean;
  told: SameLetter[];
  matches: Match[];
  ofCase: Match[];
};
type Match = { otherId: string; score: number; why: Why; behind: boolean };

/** What nobody read yet, and what is joined to another, after the rest. */
const inOrder = (one: Match, two: Match) => Number(one.behind) - Number(two.behind) || byScore(one, two);

export type KeptSketches = {
  told: ReadonlyMap<string, readonly SameLetter[]>;
  lookUp: ImportLookUp;
  write: () => Promise<void>;
};

function keyedOf(letter: ImportedLetter, key: Buffer): Kept {
  const sealed = identityBy(denouncesBy(letter.read.class, null) ?? "unsure") === "sealed";
  return {
    ...letter,
    sealed,
    keyed: keyedLetter(comparable([letter.read.person], letter.read, sealed), key),
    told: [],
    matches: [],
    ofCase: [],
  };
}

const asked = 200;

/**
 * What earlier letters of the tenant and of the same file are the same as these. Asked before the file is written; what was
 * found and what the letters are found by is written after it. Denunciations, and what may be one, are told to nobody here.
 */
export async function sameLettersOf(
  query: Ask,
  letters: readonly ImportedLetter[],
  keys: { lookup: Uint8Array },
  of: { tenantId: string; officeId: string; inChargeId: string | null; now: Date },
): Promise<KeptSketches> {
  const key = sameLetterKey(keys.lookup);
  const all = letters.map((letter) => keyedOf(letter, key));
  const lookUp = await beginLookUp(query, of);
  for (let start = 0; start < all.length; start += asked) {
    const part = all.slice(start, start + asked);
    const found = await seekSameLetters(
      query,
      part.map(({ keyed, sealed }) => ({ ...keyed, sealed })),
      { source: "import", officeId: of.officeId, except: null, lookUp: lookUp.id },
    );
    lookUp.asked += part.length;
    lookUp.answers += answersOf(found);
    part.forEach((letter, n) => {
      const { same, ofCase } = found[n] ?? { same: [], ofCase: [] };
      letter.ofCase.push(
        ...ofCase.map(({ petitionId, score, why, behind }) => ({ otherId: petitionId, score, why, behind })),
      );
      for (const { petitionId, officeCode, code, score, why, behind } of same) {
        letter.matches.push({ otherId: petitionId, score, why, behind });
        if (code !== null && !letter.sealed) letter.told.push({ code, office: officeCode, score, why });
      }
    });
  }
  await keepAnswers(query, lookUp.id, lookUp.answers);
  compareAmong(all, key);
  return {
    lookUp,
    told: new Map(all.map(({ id, told }) => [id, told.sort(byScore).slice(0, mostMatches)])),
    write: () => write(query, all, of),
  };
}

/**
 * The letters of the file with each other. What has no class yet is sealed in the register; who imports it holds the whole file,
 * and is told what of it is the same.
 */
function compareAmong(all: readonly Kept[], key: Buffer): void {
  const index = among();
  const open = all.filter(({ read }) => denouncesBy(read.class, null) !== "yes");
  open.forEach((letter) => {
    const keyed = letter.sealed ? keyedLetter({ ...letter.read.person, ...letter.read }, key) : letter.keyed;
    for (const { at, score, why, same } of index.alike(keyed)) {
      const other = open[at];
      if (!other) continue;
      if (!same) {
        if (!letter.sealed && !other.sealed)
          letter.ofCase.push({ otherId: other.id, score, why, behind: false });
        continue;
      }
      letter.told.push({ code: other.code, office: other.officeCode, score, why });
      if (!letter.sealed && !other.sealed)
        letter.matches.push({ otherId: other.id, score, why, behind: false });
    }
    index.add(keyed);
  });
}

async function write(
  query: Ask,
  letters: readonly Kept[],
  { tenantId, now }: { tenantId: string; now: Date },
): Promise<void> {
  const rows = letters.map(({ id, sealed, keyed }) => {
    const packed = packSketch(keyed.sketch);
    return {
      id,
      identity: sealed ? "sealed" : "plain",
      petitioner: sealed ? null : packed.petitioner.toString("hex"),
      matter: packed.matter.toString("hex"),
      petitioner_marks: sealed ? [] : keyed.petitionerMarks.map(String),
      matter_marks: keyed.matterMarks.map(String),
    };
  });
  await query(
    `insert into petition_sketches (tenant_id, petition_id, identity, petitioner, matter, petitioner_marks, matter_marks)
      select $1, r.id, r.identity, decode(r.petitioner, 'hex'), decode(r.matter, 'hex'), r.petitioner_marks::bigint[], r.matter_marks::bigint[]
      from jsonb_to_recordset($2::jsonb) as r (id uuid, identity text, petitioner text, matter text, petitioner_marks text[], matter_marks text[])`,
    [tenantId, JSON.stringify(rows)],
  );
  const rowsOf = (of: "matches" | "ofCase") =>
    letters.flatMap((letter) =>
      letter[of]
        .sort(inOrder)
        .slice(0, mostMatches)
        .map(({ otherId, score, why }) => ({
          id: letter.id,
          other_id: otherId,
          score: Math.round(100 * score),
          why,
        })),
    );
  await query(
    `insert into petition_matches (tenant_id, petition_id, other_id, score, why, found_at)
      select $1, r.id, r.other_id, r.score, r.why, $3
      from jsonb_to_recordset($2::jsonb) as r (id uuid, other_id uuid, score integer, why text)`,
    [tenantId, JSON.stringify(rowsOf("matches")), now],
  );
  await query(
    `insert into petition_case_matches (tenant_id, petition_id, other_id, score, found_at)
      select $1, r.id, r.other_id, r.score, $3 from jsonb_to_recordset($2::jsonb) as r (id uuid, other_id uuid, score integer)`,
    [tenantId, JSON.stringify(rowsOf("ofCase")), now],
  );
}
