import type { Random } from "@/bench/lib/random";
import { synonyms } from "./phrases";

export function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

const tones: Record<string, string> = {
  "\u0300": "f",
  "\u0301": "s",
  "\u0309": "r",
  "\u0303": "x",
  "\u0323": "j",
};
const vniTones: Record<string, string> = {
  "\u0301": "1",
  "\u0300": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
};

/** The keys that were struck for a word when the input method was off. */
function keys(word: string, vni: boolean): string {
  let tone = "";
  let struck = "";
  for (const mark of word.normalize("NFD")) {
    const spelled = (vni ? vniTones : tones)[mark];
    if (spelled) tone = spelled;
    else if (mark === "\u0302") struck += vni ? "6" : (struck.at(-1) ?? "").toLowerCase();
    else if (mark === "\u031b") struck += vni ? "7" : "w";
    else if (mark === "\u0306") struck += vni ? "8" : "w";
    else if (mark === "đ") struck += vni ? "d9" : "dd";
    else if (mark === "Đ") struck += vni ? "D9" : "DD";
    else struck += mark;
  }
  return struck + tone;
}

const word = /[\p{L}\p{M}\d]+/gu;

function eachWord(text: string, change: (found: string) => string): string {
  return text.replace(word, change);
}

const hasMark = (found: string) => withoutMarks(found) !== found;

export function telexLeftovers(random: Random, text: string, share: number): string {
  const vni = random.chance(0.2);
  return eachWord(text, (found) => (hasMark(found) && random.chance(share) ? keys(found, vni) : found));
}

const near: Record<string, string> = {
  a: "sq",
  b: "vn",
  c: "xv",
  d: "sf",
  e: "wr",
  g: "fh",
  h: "gj",
  i: "uo",
  k: "jl",
  l: "ko",
  m: "n",
  n: "bm",
  o: "ip",
  p: "o",
  q: "wa",
  r: "et",
  s: "ad",
  t: "ry",
  u: "yi",
  v: "cb",
  x: "zc",
  y: "tu",
};

const spellings: readonly (readonly [RegExp, string])[] = [
  [/^tr/, "ch"],
  [/^ch/, "tr"],
  [/^s(?!h)/, "x"],
  [/^x/, "s"],
  [/^l(?=[^h])/, "n"],
  [/^n(?=[^gh])/, "l"],
  [/^d/, "gi"],
  [/^gi(?=[aơuáàảãạoôó])/, "d"],
  [/^r/, "d"],
  [/n$/, "ng"],
  [/ng$/, "n"],
  [/t$/, "c"],
  [/c$/, "t"],
  [/ả/, "ã"],
  [/ã/, "ả"],
  [/ỏ/, "õ"],
  [/ẻ/, "ẽ"],
  [/ữ/, "ử"],
  [/ỗ/, "ổ"],
];

/** Fingers slipping, and words spelled as they are spoken at home. `rate` is the share of letters struck wrong. */
export function typingErrors(random: Random, text: string, rate: number): string {
  return eachWord(text, (found) => {
    if (/\d/.test(found)) return found;
    if (random.chance(rate * 1.5)) {
      const [from, to] = random.pick(spellings);
      if (from.test(found)) return found.replace(from, to);
    }
    let typed = "";
    const letters = Array.from(found);
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at] ?? "";
      if (!random.chance(rate)) {
        typed += letter;
        continue;
      }
      const way = random.integer(0, 4);
      if (way === 0 && at + 1 < letters.length) {
        typed += (letters[at + 1] ?? "") + letter;
        at++;
      } else if (way === 1 && letters.length > 2) continue;
      else if (way === 2) typed += letter + letter;
      else if (way === 3)
        typed += random.pick(Array.from(near[withoutMarks(letter).toLowerCase()] ?? letter));
      else typed += withoutMarks(letter);
    }
    return typed;
  });
}

const misread: readonly (readonly [string, string])[] = [
  ["l", "1"],
  ["i", "l"],
  ["l", "i"],
  ["o", "0"],
  ["rn", "m"],
  ["m", "rn"],
  ["cl", "d"],
  ["h", "b"],
  ["u", "n"],
  ["n", "u"],
  ["c", "e"],
  ["e", "c"],
  ["đ", "d"],
  ["ă", "ã"],
  ["â", "á"],
  ["ê", "é"],
  ["ơ", "o"],
  ["ư", "u"],
  ["ậ", "â"],
  ["ấ", "á"],
  ["ề", "é"],
  ["ế", "ê"],
  ["ộ", "ô"],
  ["ợ", "o"],
  ["ử", "ư"],
  ["ả", "á"],
  ["ị", "i"],
  ["ạ", "a"],
  ["ố", "ó"],
  ["g", "q"],
  ["t", "f"],
  ["Đ", "D"],
  ["B", "8"],
  ["S", "5"],
  ["ứ", "ú"],
];

/** A scan that was read by a machine: letters misread, words joined and split, lines broken, specks of dust. */
export function scanned(random: Random, text: string, rate: number): string {
  const read = eachWord(text, (found) => {
    if (/^\d+$/.test(found)) return random.chance(rate) ? found.replace("0", "O").replace("1", "l") : found;
    let seen = found;
    if (random.chance(rate * 3)) {
      const able = misread.filter(([from]) => seen.includes(from));
      if (able.length > 0) {
        const [from, to] = random.pick(able);
        seen = seen.replace(from, to);
      }
    }
    if (seen.length > 3 && random.chance(rate)) {
      const at = random.integer(1, seen.length - 2);
      seen = `${seen.slice(0, at)} ${seen.slice(at)}`;
    }
    return seen;
  });
  return read.replace(/ /g, () => {
    if (random.chance(rate * 1.2)) return "";
    if (random.chance(rate * 0.3)) return random.pick([" . ", " ~ ", " | ", " ' ", "  "]);
    return random.chance(0.06) ? "\n" : " ";
  });
}

const abbreviations: readonly (readonly [RegExp, readonly string[]])[] = [
  [/Ủy ban nhân dân/gi, ["UBND", "ubnd"]],
  [/Hội đồng nhân dân/gi, ["HĐND"]],
  [/giấy chứng nhận quyền sử dụng đất/gi, ["GCNQSDĐ", "GCN QSD đất"]],
  [/quyền sử dụng đất/gi, ["QSDĐ", "qsd đất"]],
  [/Quyết định/gi, ["QĐ", "qđ"]],
  [/Công ty trách nhiệm hữu hạn|Công ty TNHH/gi, ["cty TNHH", "Cty"]],
  [/Công ty cổ phần|Công ty CP/gi, ["Cty CP", "CTCP"]],
  [/công ty/gi, ["cty", "CT"]],
  [/giải phóng mặt bằng/gi, ["GPMB"]],
  [/tái định cư/gi, ["TĐC"]],
  [/bảo hiểm xã hội/gi, ["BHXH"]],
  [/bảo hiểm/gi, ["BH"]],
  [/đề nghị/gi, ["đ/n", "đề nghị"]],
  [/ngân hàng/gi, ["NH"]],
  [/hợp tác xã/gi, ["HTX"]],
  [/Bệnh viện đa khoa/gi, ["BVĐK"]],
  [/bệnh viện/gi, ["BV"]],
  [/hợp đồng/gi, ["HĐ", "hđ"]],
  [/cán bộ/gi, ["CB", "cán bộ"]],
  [/ô nhiễm/gi, ["ÔN"]],
  [/trưởng thôn/gi, ["tr.thôn"]],
  [/gia đình/gi, ["gđ"]],
  [/tôi/g, ["t", "tui", "tôi"]],
  [/không/g, ["ko", "k", "kg", "hok"]],
  [/được/g, ["dc", "đc", "đk"]],
  [/của/g, ["cua", "củ", "c"]],
  [/những/g, ["nh~", "những"]],
  [/với/g, ["vs", "vs"]],
  [/người/g, ["ng", "ngừ"]],
  [/nước/g, ["nc"]],
  [/trước/g, ["trc"]],
  [/(?<=\d)\s?triệu( đồng)?/g, ["tr", "tr", " củ"]],
  [/cũng/g, ["cg", "cx"]],
  [/bây giờ/g, ["bh", "giờ"]],
  [/như/g, ["nh", "như"]],
  [/vẫn/g, ["vẫn", "v~"]],
  [/mình/g, ["mk"]],
  [/ và /g, [" & ", " và "]],
  [/mét/g, ["m"]],
  [/tháng/g, ["th", "tháng"]],
  [/số/g, ["số", "s"]],
  [/(?<=\s)anh chị(?=\s)/g, ["a/c"]],
];

const whole = (pattern: RegExp) =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${pattern.source})(?![\\p{L}\\p{M}])`, `${pattern.flags}u`);
const wholeAbbreviations = abbreviations.map(([pattern, short]) => [whole(pattern), short] as const);

export function abbreviated(random: Random, text: string, share: number): string {
  let shorter = text;
  for (const [pattern, short] of wholeAbbreviations) {
    const chosen = random.pick(short);
    shorter = shorter.replace(pattern, (found) => (random.chance(share) ? chosen : found));
  }
  return shorter;
}

export function shouted(text: string): string {
  return text.toUpperCase();
}

export function withSynonyms(random: Random, text: string, share: number): string {
  let swapped = text;
  for (const line of synonyms) {
    if (!random.chance(share)) continue;
    const present = line.find((phrase) => swapped.includes(phrase));
    if (!present) continue;
    const other = random.pick(line.filter((phrase) => phrase !== present));
    swapped = swapped.replaceAll(new RegExp(`(?<![\\p{L}])${present}(?![\\p{L}])`, "gu"), other);
  }
  return swapped;
}

/** No stops and no capitals, as on a telephone. */
export function loose(random: Random, text: string): string {
  const joined = text
    .replace(/\n+/g, " ")
    .replace(/[.;:]+(?=\s|$)/g, () => random.pick(["", ",", "...", " "]));
  return random.chance(0.7) ? joined.toLowerCase() : joined;
}
