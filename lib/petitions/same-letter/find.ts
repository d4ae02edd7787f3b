import type { Day } from "@/lib/platform/dates/days";
import { newId } from "@/lib/platform/ids";
import { compare, compareContent, type Sketch, type Verdict, type Why } from "./compare";
import { type KeyedLetter, unpackSketch } from "./sketch";

/** One connection or transaction, whoever's it is. */
export type Ask = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** `arrival`: the portal itself, of a letter that waited for it; nobody asks, and no row says who did. */
export type LookUpSource = "typing" | "taking" | "import" | "arrival";

/** A letter of some office that may be the same; of one that denounces, or may, only which office handles it. */
type Candidate = {
  ask: number;
  petitionId: string;
  officeId: string;
  officeCode: string;
  officeName: string;
  sealed: boolean;
  code: string | null;
  since: Day | null;
  state: string | null;
  /** Nobody read it yet, or it is joined to another: told after the others, so that however many there are none stands before the first letter. */
  behind: boolean;
};

export type Found = Candidate & { score: number; why: Why };

/** What was found of one letter: the same letter, and other households' letters of the same matter; the best first. */
export type FoundOf = { same: Found[]; ofCase: Found[] };

type Row = Candidate & { petitioner: Uint8Array | null; matter: Uint8Array };

/** Two letters as they may be compared: where one is sealed, by what they say alone. */
export function judge(one: Sketch, two: Sketch, sealed: boolean): Verdict {
  return sealed ? compareContent(one, two) : compare(one, two);
}

/** The best first. */
export function byScore(one: { score: number }, two: { score: number }): number {
  return two.score - one.score;
}

/**
 * What was read before what was not, then the best first, and of what is alike the one received first; those that are sealed
 * come after, as their day is nobody's to know.
 */
function inOrder(one: Found, two: Found): number {
  return (
    Number(one.behind) - Number(two.behind) ||
    byScore(one, two) ||
    Number(one.since === null) - Number(two.since === null) ||
    (one.since ?? "").localeCompare(two.since ?? "") ||
    (one.petitionId < two.petitionId ? -1 : 1)
  );
}

type Asking = { source: LookUpSource; officeId: string; except: string | null };

/**
 * Asks over all offices of the tenant which letters are the same as these, or of one case with them, and leaves a row of who asked:
 * so in a transaction that writes. The answers of each letter apart, the best first.
 */
export async function findSameLetters(
  ask: Ask,
  letters: readonly (KeyedLetter & { sealed: boolean })[],
  asking: Asking,
): Promise<FoundOf[]> {
  const lookUp = newId();
  const found = await seekSameLetters(ask, letters, { ...asking, lookUp });
  if (asking.source !== "arrival") await keepAnswers(ask, lookUp, answersOf(found));
  return found;
}

/** How many answers were given, once for a look-up. */
export function keepAnswers(ask: Ask, lookUp: string, answers: number): Promise<unknown> {
  return ask("select look_up_answered($1::uuid, $2::integer)::text", [lookUp, answers]);
}

export function answersOf(found: readonly FoundOf[]): number {
  return found.reduce((sum, { same, ofCase }) => sum + same.length + ofCase.length, 0);
}

/** The same under a look-up that has parts, as a register's has: who began it says at its end how many answers there were. */
export async function seekSameLetters(
  ask: Ask,
  letters: readonly (KeyedLetter & { sealed: boolean })[],
  asking: Asking & { lookUp: string },
): Promise<FoundOf[]> {
  const marks = letters.flatMap(({ petitionerMarks, matterMarks, sealed }, n) =>
    [...(sealed ? [] : petitionerMarks), ...matterMarks].map((mark) => ({ ask: n, mark: String(mark) })),
  );
  const rows = await ask<Row>(
    `select ask, petition_id as "petitionId", office_id as "officeId", office_code as "officeCode", office_name as "officeName", sealed,
        code, since::text as since, state, behind, petitioner, matter
      from same_letter($1::uuid, $2, $3::uuid, $4::integer, $5::integer[], $6::text[]::bigint[], $7::uuid)`,
    [
      asking.lookUp,
      asking.source,
      asking.officeId,
      letters.length,
      marks.map((each) => each.ask),
      marks.map((each) => each.mark),
      asking.except,
    ],
  );
  return letters.map((letter, n) => {
    const same: Found[] = [];
    const ofCase: Found[] = [];
    for (const { petitioner, matter, ...candidate } of rows) {
      if (candidate.ask !== n) continue;
      const verdict = judge(
        letter.sketch,
        unpackSketch(petitioner, matter),
        letter.sealed || candidate.sealed,
      );
      if (!verdict.same && !verdict.ofCase) continue;
      (verdict.same ? same : ofCase).push({ ...candidate, score: verdict.score, why: verdict.why });
    }
    return { same: same.sort(inOrder), ofCase: ofCase.sort(inOrder) };
  });
}
