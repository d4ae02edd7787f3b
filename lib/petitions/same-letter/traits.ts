import { foldVietnamese, idDigits, phoneDigits } from "../identity/person";
import { withoutFrame } from "./courtesy";
import { foldScan, shortened } from "./folding";
import { familyNames, ownThings } from "./household";
import { numbersOf } from "./numbers";
import { namePairs, properNames } from "./proper-names";

/**
 * What of a letter is compared. Each trait is a set of short strings; they are kept and compared only as keyed numbers, so that
 * who reads the table reads neither name nor text.
 */
export type Traits = {
  /** Syllables of the name. */
  name: string[];
  /** The given name, and what is left of it without one letter: "Nguyễn Thị Hoa" and "Nguyễn Thị Hồng" are two people. */
  given: string[];
  /** The name as the text of another would have it. */
  self: string[];
  /** Names the text says are the writer's or of the writer's family. */
  family: string[];
  /** Numbers of what is the writer's alone. */
  things: string[];
  /** House or lot number and hamlet; commune and province change their names and say little. */
  place: string[];
  house: string[];
  /** Words of the commune, the district and the province, old or new: none alike, it is another hamlet of that name. */
  commune: string[];
  phone: string | null;
  idNumber: string | null;
  /** Pieces of the text, blind to blanks, order of paragraphs and marks. */
  matter: string[];
  /** Numbers in the text: lots, sums, days, decisions. */
  numbers: string[];
  /** Pairs of syllables of the proper names in the text, but for the writer's own. */
  others: string[];
};

export type LetterText = {
  fullName: string;
  address: string;
  phone: string;
  idNumber: string;
  subject: string;
  content: string;
  /** Nothing of whom it names: of a letter that denounces, or may. */
  bare?: boolean;
};

/** Shorter, it is a typing mistake or an extension, and tells nothing of a person. */
const shortestNumber = 8;

function telling(number: string): string | null {
  return number.length >= shortestNumber ? number : null;
}

const titles = new Set(["ong", "ba", "anh", "chi", "co", "chu", "bac", "va", "cung"]);

export function nameSyllables(name: string): string[] {
  return [
    ...new Set(
      foldVietnamese(name)
        .split(" ")
        .filter((word) => word && !titles.has(word)),
    ),
  ];
}

function givenName(syllables: readonly string[]): string[] {
  const given = syllables.at(-1) ?? "";
  if (given.length < 3) return given ? [given] : [];
  return [given, ...Array.from(given, (_, at) => given.slice(0, at) + given.slice(at + 1))];
}

const placeWords = new Set([
  "so",
  "nha",
  "thon",
  "xom",
  "khu",
  "to",
  "duong",
  "pho",
  "ngo",
  "ngach",
  "hem",
  "ap",
  "ban",
  "lang",
  "khoi",
  "dan",
  "doi",
  "kiet",
  "sn",
  "tdp",
]);
const higherUnits = /^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|tp|tt|p|x|h|q)(?: |$)/;

function partsBelowCommune(address: string): string[] {
  const parts = address
    .split(/[,;\n]|\s-\s/)
    .map(foldVietnamese)
    .filter(Boolean);
  return parts.filter((part, n) => n === 0 || !higherUnits.test(part)).slice(0, 3);
}

/** Numbers and names below the commune. */
export function placeTokens(address: string): string[] {
  const tokens = partsBelowCommune(address).flatMap((part) => part.split(" "));
  return [...new Set(tokens.filter((word) => word && !placeWords.has(word)))];
}

const unitWords = new Set("xa phuong thi tran dac khu huyen quan thanh pho tinh tp tt p x h q cu".split(" "));

/** Of the units above the hamlet but for the last, the province, which nearly everybody shares. */
export function communeTokens(address: string): string[] {
  const parts = address
    .split(/[,;\n]|\s-\s/)
    .map(foldVietnamese)
    .filter(Boolean);
  const units = parts.filter((part, n) => n > 0 && higherUnits.test(part));
  const tokens = units
    .filter((part, n) => n === 0 || !part.startsWith("tinh "))
    .flatMap((part) => part.split(" "));
  return [...new Set(tokens.filter((word) => !unitWords.has(word)))];
}

/** The number of the house itself: that of a hamlet or a lane is shared by many. */
export function houseNumbers(address: string): string[] {
  return partsBelowCommune(address).flatMap(
    (part) => /^(?:so nha|nha so|so|sn|nha)? ?(\d+[a-z]?)(?: |$)/.exec(part)?.[1] ?? [],
  );
}

export const pieceLength = 6;

/** Overlapping pieces of the text without blanks: a wrong letter spoils six of them, a wrong blank none. */
export function pieces(words: readonly string[]): string[] {
  const run = shortened(words).split(" ").map(foldScan).join("");
  const found = new Set<string>();
  for (let at = 0; at + pieceLength <= run.length; at++) found.add(run.slice(at, at + pieceLength));
  return [...found];
}

/** Numbers of the text but for the writer's own: house, telephone and identity number are the same in every matter of a person. */
function mattersNumbers({ subject, content, address, phone, idNumber }: LetterText): string[] {
  const own = new Set(numbersOf([address, phone, idNumber].join("\n")));
  return numbersOf(`${subject}\n${content}`.replace(born, " ")).filter((number) => !own.has(number));
}

const born = /(?:sinh|tuổi)\s+(?:năm|nam|ngày|ngay)?[:\s]*\d[\d/.-]*/giu;

export function traitsOf(letter: LetterText): Traits {
  const text = `${letter.subject}\n${letter.content}`;
  const name = nameSyllables(letter.fullName);
  return {
    name,
    given: givenName(name),
    self: namePairs(name),
    family: letter.bare ? [] : familyNames(letter.content),
    things: letter.bare ? [] : ownThings(letter.content),
    place: placeTokens(letter.address),
    house: houseNumbers(letter.address),
    commune: communeTokens(letter.address),
    phone: telling(phoneDigits(letter.phone)),
    idNumber: telling(idDigits(letter.idNumber)),
    matter: pieces(withoutFrame(text, letter)),
    numbers: mattersNumbers(letter),
    others: letter.bare ? [] : properNames(text, letter),
  };
}
