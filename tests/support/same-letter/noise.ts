import type { Random } from "@/bench/lib/random";
import {
  drawHousehold,
  drawMatter,
  type Household,
  type Matter,
  retold,
  type Written,
  written,
} from "./letters";

type Noise = (letter: Written, random: Random, household: Household, matter: Matter) => Written;

const withoutMarks = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");

const eachWord = (text: string, change: (word: string) => string) => text.replace(/[^\s]+/g, change);

function mistype(word: string, { integer, pick }: Random): string {
  if (word.length < 3) return word;
  const at = integer(0, word.length - 2);
  const [head, one, two, tail] = [word.slice(0, at), word[at] ?? "", word[at + 1] ?? "", word.slice(at + 2)];
  return pick([
    () => head + two + one + tail,
    () => head + two + tail,
    () => head + one + one + two + tail,
    () => head + pick(Array.from("aeioughntcmrsd")) + two + tail,
  ])();
}

function misread(word: string, { pick, chance }: Random): string {
  const confusions: readonly (readonly [string, string])[] = [
    ["o", "0"],
    ["l", "1"],
    ["i", "l"],
    ["m", "rn"],
    ["h", "b"],
    ["c", "e"],
    ["u", "ii"],
    ["n", "ri"],
    ["g", "q"],
    ["0", "O"],
    ["1", "l"],
    ["5", "S"],
  ];
  const [from, to] = pick(confusions);
  return chance(0.9) ? word.replace(from, to) : word;
}

const short: readonly (readonly [RegExp, string])[] = [
  [/Ủy ban nhân dân/gi, "UBND"],
  [/giấy chứng nhận quyền sử dụng đất/gi, "GCNQSDĐ"],
  [/quyền sử dụng đất/gi, "QSDĐ"],
  [/giải phóng mặt bằng/gi, "GPMB"],
  [/quyết định/gi, "QĐ"],
  [/bảo hiểm xã hội/gi, "BHXH"],
  [/công ty/gi, "Cty"],
  [/không/g, "ko"],
  [/được/g, "đc"],
  [/những/g, "nhg"],
  [/người/g, "ng"],
  [/trước/g, "trc"],
  [/với/g, "vs"],
  [/gia đình/g, "gđ"],
  [/tái định cư/gi, "TĐC"],
  [/Ban quản lý dự án/gi, "BQLDA"],
];

const otherPhone = (phone: string, { pick }: Random) =>
  pick([
    `+84 ${phone.slice(1, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`,
    `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`,
    `84${phone.slice(1)}`,
    "",
  ]);

/** Kinds of noise, each making the same letter look another. */
export const noises: Readonly<Record<string, Noise>> = {
  "no marks": (letter) => ({
    ...letter,
    fullName: withoutMarks(letter.fullName),
    address: withoutMarks(letter.address),
    subject: withoutMarks(letter.subject),
    content: withoutMarks(letter.content),
  }),
  "typing errors": (letter, random) => ({
    ...letter,
    fullName: random.chance(0.3)
      ? eachWord(letter.fullName, (word) => (random.chance(0.3) ? mistype(word, random) : word))
      : letter.fullName,
    content: eachWord(letter.content, (word) => (random.chance(0.14) ? mistype(word, random) : word)),
  }),
  "scanner errors": (letter, random) => ({
    ...letter,
    content: eachWord(letter.content, (word) => (random.chance(0.25) ? misread(word, random) : word))
      .replace(/ /g, () => (random.chance(0.04) ? "" : " "))
      .replace(/ /g, () => (random.chance(0.05) ? "\n" : " ")),
    phone: random.chance(0.5) ? "" : letter.phone,
  }),
  abbreviations: (letter) => ({
    ...letter,
    content: short.reduce((text, [long, abbreviation]) => text.replace(long, abbreviation), letter.content),
  }),
  "re-ordered": (letter, random) => {
    const [first = "", ...rest] = letter.content.split("\n");
    const order = rest.map((line) => ({ line, key: random.next() })).sort((one, two) => one.key - two.key);
    return { ...letter, content: [first, ...order.map(({ line }) => line)].join("\n") };
  },
  "half the text": (letter, random) => {
    const lines = letter.content.split("\n");
    const half = Math.ceil(lines.length / 2);
    const from = random.integer(0, lines.length - half);
    return { ...letter, content: lines.slice(from, from + half).join("\n") };
  },
  "paragraphs added": (letter, random) => {
    const more = drawMatter(random, random.integer(0, 7)).paragraphs.slice(0, -1);
    const lines = letter.content.split("\n");
    return {
      ...letter,
      content: [...lines.slice(0, -1), ...more.slice(1, 4), ...lines.slice(-1)].join("\n"),
    };
  },
  "a clerk's summary": (letter, _random, _household, matter) => ({ ...letter, content: matter.summary }),
  "husband or wife": (letter, random, household) => ({
    ...letter,
    fullName: household.spouse,
    phone: random.chance(0.6) ? household.phone : `09${random.integer(10_000_000, 99_999_999)}`,
    idNumber: `0${random.integer(10, 96)}${random.integer(100_000_000, 999_999_999)}`,
  }),
  "husband, no marks, half the text": (letter, random, household, matter) => {
    const halved = noises["half the text"]?.(letter, random, household, matter) ?? letter;
    return {
      ...halved,
      fullName: withoutMarks(household.spouse),
      address: withoutMarks(halved.address),
      phone: random.chance(0.5) ? household.phone : "",
      idNumber: "",
      content: withoutMarks(halved.content),
    };
  },
  "address of today": (letter, random, household) => ({
    ...letter,
    address: `${household.spot}, ${household.communeToday}, ${household.provinceToday}`,
    phone: otherPhone(letter.phone, random),
  }),
  "capitals, other dates": (letter, random) => ({
    ...letter,
    fullName: letter.fullName.toUpperCase(),
    phone: otherPhone(letter.phone, random),
    content: letter.content
      .replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, (_, day: string, month: string, year: string) =>
        random.pick([
          `${day}-${month}-${year}`,
          `ngày ${day} tháng ${month} năm ${year}`,
          `${day.padStart(2, "0")}.${month.padStart(2, "0")}.${year}`,
        ]),
      )
      .toUpperCase(),
  }),
  decomposed: (letter) => ({
    ...letter,
    fullName: letter.fullName.normalize("NFD"),
    address: letter.address.normalize("NFD"),
    content: letter.content.normalize("NFD").replace(/\n/g, "\r\n"),
  }),
  "no contact, all words": (letter) => ({ ...letter, address: "", phone: "", idNumber: "" }),
};

type Negative = (random: Random, household: Household, matter: Matter) => Written;

const neighbour = (random: Random, household: Household): Household => ({
  ...drawHousehold(random),
  spot: household.spot.replace(/số \d+/, () => `số ${random.integer(241, 400)}`),
  commune: household.commune,
});

/** Kinds of letters that look the same and are not. */
export const negatives: Readonly<Record<string, Negative>> = {
  "same person, other matter": (random, household, matter) => {
    const topic = (matter.topic + random.integer(1, 7)) % 8;
    return written(household, drawMatter(random, topic));
  },
  "same person, other matter of the same topic": (random, household, matter) =>
    written(household, drawMatter(random, matter.topic)),
  "same person, another of the topic summed up": (random, household, matter) => {
    const other = drawMatter(random, matter.topic);
    return { ...written(household, other), content: other.summary };
  },
  "same words, another household": (random, household, matter) =>
    written(neighbour(random, household), retold(matter, random)),
  "same topic, another person": (random, _household, matter) =>
    written(drawHousehold(random), drawMatter(random, matter.topic)),
  "same name, other person and matter": (random, household, matter) =>
    written({ ...drawHousehold(random), name: household.name }, drawMatter(random, matter.topic)),
  "neighbour, other matter of the same topic": (random, household, matter) =>
    written(neighbour(random, household), drawMatter(random, matter.topic)),
  "husband or wife, other matter": (random, household, matter) =>
    written({ ...household, name: household.spouse }, drawMatter(random, (matter.topic + 3) % 8)),
};

export type Pair = { kind: string; same: boolean; first: Written; second: Written };

/** Labelled pairs, the kinds in turn. */
export function drawPairs(random: Random, count: number): Pair[] {
  const kinds = [...Object.keys(noises), ...Object.keys(negatives)];
  return Array.from({ length: count }, (_, n) => {
    const kind = kinds[n % kinds.length] ?? "";
    const [household, matter] = [drawHousehold(random), drawMatter(random)];
    const first = written(household, matter);
    const noise = noises[kind];
    const second = noise
      ? noise(first, random, household, matter)
      : negatives[kind]?.(random, household, matter);
    if (!second) throw new Error(`no kind ${kind}`);
    return { kind, same: Boolean(noise), first, second };
  });
}
