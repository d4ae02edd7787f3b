import { createHmac, hash } from "node:crypto";
import { type Sketch, sketchLength } from "./compare";
import { packLists, unpackLists } from "./pack";
import { type LetterText, traitsOf } from "./traits";

/** The key of letters that are compared: the tenant's for look-ups, derived for this use alone (RFC 5869's way of parting). */
export function sameLetterKey(lookup: Uint8Array): Buffer {
  return createHmac("sha256", lookup).update("petitions/same-letter/1").digest();
}

/**
 * A letter as keyed numbers, and the marks by which letters that may be the same are found, by equality alone (DESIGN §3).
 * Without the key nobody can ask the tables whether a name, a number or a sentence stands in them, and two tenants' numbers say
 * nothing about each other.
 */
export type KeyedLetter = { sketch: Sketch; petitionerMarks: bigint[]; matterMarks: bigint[] };

/** A letter with a list of lots or names has hundreds; the smallest keyed ones are a sample two letters take alike. */
const mostNumbers = 64;
/** How many of each trait find other letters: enough that noise leaves some, few enough that a table of letters stays small. */
const marksOf = { matter: 16, numbers: 6, pairs: 6 };

/** @param key 32 bytes, see `sameLetterKey` */
export function keyedLetter(letter: LetterText, key: Buffer): KeyedLetter {
  const traits = traitsOf(letter);
  const prefix = `${key.toString("hex")}\0`;
  // SHA-256 over key and value: a letter has a thousand pieces, and an HMAC of each takes ten times as long.
  const digest = (kind: string, value: string) => hash("sha256", `${prefix}${kind}\0${value}`, "buffer");
  const keyed = (kind: string, values: readonly string[]) =>
    values
      .map((value) => digest(kind, value))
      .map((bytes) => ({ number: bytes.readInt32BE(0), mark: bytes.readBigInt64BE(4) }))
      .sort((one, two) => one.number - two.number);
  const numbersOf = (list: readonly { number: number }[]) => [...new Set(list.map(({ number }) => number))];
  const mark = (kind: string, value: string) => digest(`mark\0${kind}`, value).readBigInt64BE(0);
  const matter = keyed("matter", traits.matter);
  const numbers = keyed("number", traits.numbers);
  const name = [...traits.name].sort().join(" ");
  const place = [...traits.place].sort().join(" ");
  const given = traits.name.at(-1) ?? "";
  const telling = traits.numbers.filter((number) => number.length >= 3);
  const smallest = keyed("number", telling).slice(0, marksOf.numbers);
  const petitionerMarks = [
    ...(traits.phone ? [mark("phone", traits.phone)] : []),
    ...(traits.idNumber ? [mark("id", traits.idNumber)] : []),
    ...(traits.name.length > 1 ? [mark("name", name)] : []),
    ...(traits.place.length > 0 ? [mark("place", place)] : []),
    ...(given && traits.place.length > 0 ? [mark("given at place", `${given} ${place}`)] : []),
    ...(traits.name.length > 1
      ? traits.place.slice(0, 4).map((word) => mark("name at", `${name} ${word}`))
      : []),
  ];
  const pairs = smallest
    .slice(0, 4)
    .flatMap((one, n) => smallest.slice(n + 1, 4).map((two) => [one, two] as const));
  const matterMarks = [
    ...matter.slice(0, marksOf.matter).map((each) => each.mark),
    ...smallest.map((each) => each.mark),
    ...pairs.slice(0, marksOf.pairs).map(([one, two]) => mark("numbers", `${one.mark} ${two.mark}`)),
  ];
  const plain = (kind: string, values: readonly string[]) => numbersOf(keyed(kind, values));
  return {
    sketch: {
      name: plain("name", traits.name),
      given: plain("given", traits.given),
      self: plain("other", traits.self),
      family: plain("other", traits.family).slice(0, mostNumbers),
      things: plain("thing", traits.things).slice(0, mostNumbers),
      place: plain("place", traits.place),
      house: plain("house", traits.house),
      commune: plain("commune", traits.commune),
      phone: plain("phone", traits.phone ? [traits.phone] : []),
      idNumber: plain("id", traits.idNumber ? [traits.idNumber] : []),
      matter: numbersOf(matter).slice(0, sketchLength),
      numbers: numbersOf(numbers).slice(0, mostNumbers),
      others: plain("other", traits.others).slice(0, mostNumbers),
    },
    petitionerMarks: [...new Set(petitionerMarks)],
    matterMarks: [...new Set(matterMarks)],
  };
}

/** A sketch as it is stored: who wrote and what, apart, since of a denouncer only the second is kept. */
export function packSketch(sketch: Sketch) {
  const { name, place, house, phone, idNumber, given, self, family, things, commune } = sketch;
  return {
    petitioner: packLists([name, place, house, phone, idNumber, given, self, family, things, commune]),
    matter: packLists([sketch.matter, sketch.numbers, sketch.others]),
  };
}

export function unpackSketch(petitioner: Uint8Array | null, packed: Uint8Array): Sketch {
  // Sketches of before have fewer lists: those that are not there are empty.
  const [
    name = [],
    place = [],
    house = [],
    phone = [],
    idNumber = [],
    given = [],
    self = [],
    family = [],
    things = [],
    commune = [],
  ] = petitioner ? unpackLists(petitioner, 10) : [];
  const [matter = [], numbers = [], others = []] = unpackLists(packed, 3);
  return {
    name,
    place,
    house,
    phone,
    idNumber,
    given,
    self,
    family,
    things,
    commune,
    matter,
    numbers,
    others,
  };
}
