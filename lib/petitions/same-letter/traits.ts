import { foldVietnamese, idDigits, phoneDigits } from "../identity/person";
import { foldScan, foldText } from "./folding";
import { numbersOf } from "./numbers";
import { properNames } from "./proper-names";

/**
 * What of a letter is compared. Each trait is a set of short strings; they are kept and compared only as keyed numbers, so that
 * who reads the table reads neither name nor text.
 */
export type Traits = {
  /** Syllables of the name. */
  name: string[];
  /** House or lot number and hamlet; commune and province change their names and say little. */
  place: string[];
  house: string[];
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

/** The number of the house itself: that of a hamlet or a lane is shared by many. */
export function houseNumbers(address: string): string[] {
  return partsBelowCommune(address).flatMap(
    (part) => /^(?:so nha|nha so|so|sn|nha)? ?(\d+[a-z]?)(?: |$)/.exec(part)?.[1] ?? [],
  );
}

export const pieceLength = 6;

/** Overlapping pieces of the text without blanks: a wrong letter spoils six of them, a wrong blank none. */
export function pieces(text: string): string[] {
  const run = foldText(text).split(" ").map(foldScan).join("");
  const found = new Set<string>();
  for (let at = 0; at + pieceLength <= run.length; at++) found.add(run.slice(at, at + pieceLength));
  return [...found];
}

/** Numbers of the text but for the writer's own: house, telephone and identity number are the same in every matter of a person. */
function mattersNumbers({ subject, content, address, phone, idNumber }: LetterText): string[] {
  const own = new Set(numbersOf([address, phone, idNumber].join("\n")));
  return numbersOf(`${subject}\n${content}`).filter((number) => !own.has(number));
}

export function traitsOf(letter: LetterText): Traits {
  return {
    name: nameSyllables(letter.fullName),
    place: placeTokens(letter.address),
    house: houseNumbers(letter.address),
    phone: telling(phoneDigits(letter.phone)),
    idNumber: telling(idDigits(letter.idNumber)),
    matter: pieces(`${letter.subject}\n${letter.content}`),
    numbers: mattersNumbers(letter),
    others: letter.bare ? [] : properNames(`${letter.subject}\n${letter.content}`, letter),
  };
}
