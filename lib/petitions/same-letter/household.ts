import { foldVietnamese } from "../identity/person";
import { sentencesOf } from "./courtesy";
import { namePairs } from "./proper-names";

/**
 * What a letter says of the household it comes from, where name, telephone and house do not: "vợ tôi là bà …", "viết thay mẹ tôi",
 * the name somebody else's copy still begins with, and the things one household alone has: its lot, its flat, its papers' numbers.
 */
export function familyNames(text: string): string[] {
  const names = sentencesOf(text).flatMap((sentence) => {
    const line = foldVietnamese(sentence);
    if (!/\b(?:toi|thay|don|em|chau)\b/.test(line)) return [];
    const words = sentence.match(/[\p{L}\p{M}\d]+/gu) ?? [];
    const folded = line.split(" ");
    const spaced = ` ${line} `;
    const wordAt = new Map<number, number>();
    let from = 1;
    for (const [at, word] of folded.entries()) {
      wordAt.set(from, at);
      from += word.length + 1;
    }
    return cues
      .flatMap((cue) => [...spaced.matchAll(cue)].slice(0, mostNamed))
      .flatMap(({ index, 0: { length } }) => {
        const at = wordAt.get(index + length);
        return at === undefined ? [] : nameAt(words, folded, at);
      });
  });
  return [...new Set(names)];
}

/** Who names more of a family in a sentence says nothing with it. */
const mostNamed = 8;

const relative =
  "(?:vo|chong|me|ma|bo|cha|tia|con (?:trai|gai)|anh trai|em trai|chi gai|em gai|ong noi|ba noi)";
const title = "(?:(?:la|ten|ten la|ong|ba|anh|chi|cu) )*";
/** Each for itself, for one may begin within another: "tôi là …, con của bà …, viết thay mẹ tôi". */
const cues = [
  "(?:toi (?:ten )?la|ten toi(?: la)?|nguoi (?:lam|viet) don)",
  `${relative} (?:cua )?(?:toi|chung toi)`,
  "(?:toi|em|chau) (?:[a-z]+ ){0,8}(?:con|vo|chong) (?:cua )?(?=(?:ong|ba) )",
  `thay (?:cho |mat )?(?:${relative} )?(?:toi )?`,
].map((cue) => new RegExp(` ${cue} ?${title}(?=[a-z])`, "g"));

/** As many words as have a capital; where nobody can tell, two, three or four. */
function nameAt(words: readonly string[], folded: readonly string[], from: number): string[] {
  const isCapital = (word: string | undefined) => word !== undefined && /^\p{Lu}/u.test(word);
  const rest = words.slice(from, from + 5);
  const until = rest.findIndex((word) => !isCapital(word));
  const length = until < 0 ? rest.length : until;
  if (length >= 2 && length <= 4) return namePairs(folded.slice(from, from + length));
  if (length === 1) return [];
  return [2, 3, 4].flatMap((some) => namePairs(folded.slice(from, from + some)));
}

/** A number of something that is the writer's own, in a sentence that says "tôi" and not only "chúng tôi". */
export function ownThings(text: string): string[] {
  const found = sentencesOf(text).flatMap((sentence) => {
    const folded = foldVietnamese(sentence);
    if (!/\btoi\b/.test(folded.replaceAll("chung toi", ""))) return [];
    return [...folded.matchAll(thing)].flatMap(([, number]) => (number ? [number] : []));
  });
  return [...new Set(found)];
}

const thing =
  /\b(?:thua|can ho|bien so|xe|ma khach hang|ma ho|so bao danh|sbd|hop dong|bien nhan|giay hen|giay tiep nhan|ho so|so do|giay chung nhan|the bao hiem|danh bo)(?: [a-z]+){0,4} (\d{2,}[a-z]?(?: \d{2,})*)\b/g;
