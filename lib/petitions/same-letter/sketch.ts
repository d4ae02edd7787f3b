import "server-only";
import { hash } from "node:crypto";
import { type Sketch, sketchLength } from "./compare";
import { type LetterText, traitsOf } from "./traits";

/**
 * The keyed numbers of a letter. The key belongs to the tenant: without it nobody can ask the table whether a name, a number
 * or a sentence stands in it, and two tenants' numbers say nothing about each other.
 *
 * @param key 32 bytes, derived from the tenant's key for this use alone
 */
export function sketchOf(letter: LetterText, key: Buffer): Sketch {
  const traits = traitsOf(letter);
  const numbered = (kind: string, values: readonly string[]) => keyedNumbers(key, kind, values);
  return {
    name: numbered("name", traits.name),
    place: numbered("place", traits.place),
    house: numbered("house", traits.house),
    phone: numbered("phone", traits.phone ? [traits.phone] : []),
    idNumber: numbered("id", traits.idNumber ? [traits.idNumber] : []),
    matter: numbered("matter", traits.matter).slice(0, sketchLength),
    numbers: numbered("number", traits.numbers).slice(0, mostNumbers),
  };
}

/** A letter with a list of lots or names has hundreds; the smallest keyed ones are a sample two letters take alike. */
const mostNumbers = 64;

/** SHA-256 over key and value, cut to a few bytes: a letter has a thousand pieces, and an HMAC of each takes ten times as long. */
function keyed(key: Buffer, kind: string, value: string): Buffer {
  return hash("sha256", `${key.toString("hex")}\0${kind}\0${value}`, "buffer");
}

function keyedNumbers(key: Buffer, kind: string, values: readonly string[]): number[] {
  return [...new Set(values.map((value) => keyed(key, kind, value).readInt32BE(0)))].sort(
    (one, two) => one - two,
  );
}

/** How many of each trait find other letters: enough that noise leaves some, few enough that a table of letters stays small. */
const marksOf = { matter: 14, numbers: 8 };

/**
 * Numbers by which letters that may be the same are found, by equality alone (DESIGN §3). A mark that many letters share finds
 * nothing useful and is passed over when asking.
 */
export function findingMarks(letter: LetterText, key: Buffer): bigint[] {
  const traits = traitsOf(letter);
  const mark = (kind: string, value: string) => keyed(key, `mark\0${kind}`, value).readBigInt64BE(0);
  const smallest = (kind: string, values: readonly string[], most: number) =>
    values
      .map((value) => mark(kind, value))
      .sort((one, two) => (one < two ? -1 : 1))
      .slice(0, most);
  const telling = traits.numbers.filter((number) => number.length >= 3 && !/^(?:19|20)\d\d$/.test(number));
  const name = [...traits.name].sort().join(" ");
  const place = [...traits.place].sort().join(" ");
  return [
    ...new Set([
      ...(traits.phone ? [mark("phone", traits.phone)] : []),
      ...(traits.idNumber ? [mark("id", traits.idNumber)] : []),
      ...(traits.name.length > 1 ? [mark("name", name)] : []),
      ...(traits.place.length > 0 ? [mark("place", place)] : []),
      ...smallest("matter", traits.matter, marksOf.matter),
      ...smallest("number", telling, marksOf.numbers),
    ]),
  ];
}
