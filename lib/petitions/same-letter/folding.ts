import { foldVietnamese } from "../identity/person";

/**
 * One spelling for what people, typists and scanners write in many: without marks and case, the usual abbreviations of
 * Vietnamese offices and of text messages alike, the letters a scanner takes for digits and back.
 */

// Long phrases first: each becomes its abbreviation, so that both ways of writing meet.
const phrases: readonly (readonly [phrase: string, short: string])[] = [
  ["giay chung nhan quyen su dung dat", "gcnqsdd"],
  ["giay chung nhan qsdd", "gcnqsdd"],
  ["gcn qsdd", "gcnqsdd"],
  ["gcn quyen su dung dat", "gcnqsdd"],
  ["so do", "gcnqsdd"],
  ["quyen su dung dat", "qsdd"],
  ["uy ban nhan dan", "ubnd"],
  ["uy ban mat tran to quoc", "mttq"],
  ["mat tran to quoc", "mttq"],
  ["hoi dong nhan dan", "hdnd"],
  ["doan dai bieu quoc hoi", "ddbqh"],
  ["dai bieu quoc hoi", "dbqh"],
  ["ban quan ly du an", "bqlda"],
  ["ban quan ly", "bql"],
  ["giai phong mat bang", "gpmb"],
  ["tai dinh cu", "tdc"],
  ["bao hiem xa hoi", "bhxh"],
  ["bao hiem y te", "bhyt"],
  ["tai nguyen va moi truong", "tnmt"],
  ["tai nguyen moi truong", "tnmt"],
  ["nong nghiep va moi truong", "nnmt"],
  ["van phong dang ky dat dai", "vpdkdd"],
  ["trung tam phat trien quy dat", "ttptqd"],
  ["toa an nhan dan", "tand"],
  ["vien kiem sat nhan dan", "vksnd"],
  ["chu tich", "ct"],
  ["quyet dinh", "qd"],
  ["nghi quyet", "nq"],
  ["cong ty", "cty"],
  ["trach nhiem huu han", "tnhh"],
  ["co phan", "cp"],
  ["doanh nghiep", "dn"],
  ["khieu nai", "kn"],
  ["kien nghi", "knghi"],
  ["to cao", "tc"],
  ["can cuoc cong dan", "cccd"],
  ["chung minh nhan dan", "cmnd"],
  ["truong hoc", "th"],
  ["hop tac xa", "htx"],
  ["met vuong", "m2"],
  ["van phong", "vp"],
];

const words: Readonly<Record<string, string>> = {
  ko: "khong",
  kg: "khong",
  hok: "khong",
  dc: "duoc",
  dk: "duoc",
  ng: "nguoi",
  nhg: "nhung",
  trc: "truoc",
  vs: "voi",
  gd: "gia dinh",
  vn: "viet nam",
  bs: "bac si",
  gv: "giao vien",
  hs: "hoc sinh",
  dt: "dien tich",
  q: "quan",
  h: "huyen",
  p: "phuong",
  x: "xa",
  tp: "thanh pho",
};

/** Keys of a Telex keyboard that was switched off: no Vietnamese syllable ends in s, f, r, x or j, none doubles a or e. */
export function foldTelex(word: string): string {
  if (!/[aeiouy]/.test(word)) return word;
  return word
    .replace(/dd/g, "d")
    .replace(/aa/g, "a")
    .replace(/ee/g, "e")
    .replace(/oo/g, "o")
    .replace(/([aou])w/g, "$1")
    .replace(/(?<=[a-z])[sfrxj](?=$|[mnpct]$|ng$|nh$|ch$)/g, "");
}

/** How Vietnamese syllables are built: codes of roads, forms and rooms are not. */
const syllable = /^(?:ngh?|[cgknpt]h|[gq]i|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

/** The same of a VNI keyboard, whose keys are digits: "nguo72i" is "nguoi". A word with two digits of a number beside each other is none. */
function foldVni(word: string): string {
  if (!/^(?:d9)?[a-z]+(?:[1-9]{1,2}[a-z]+)*[1-9]{0,2}$/.test(word) || !/\d/.test(word)) return word;
  const letters = word.replace(/\d/g, "");
  return letters.length > 2 && /[aeiouy]/.test(letters) && syllable.test(letters) ? letters : word;
}

/** Folded words, those of a keyboard or of text messages as they are meant. */
export function spread(text: string): string[] {
  return foldVietnamese(text)
    .split(" ")
    .flatMap((word) => (words[word] ?? foldTelex(foldVni(word))).split(" "))
    .filter(Boolean);
}

/** One spelling for each usual phrase. */
export function shortened(words: readonly string[]): string {
  return phrases
    .reduce((sofar, [phrase, short]) => sofar.replaceAll(` ${phrase} `, ` ${short} `), ` ${words.join(" ")} `)
    .trim();
}

/** What a scanner confuses is made one: both readings of a stain meet. Only within words that hold letters. */
export function foldScan(word: string): string {
  if (!/[a-z]/.test(word)) return word;
  return word
    .replace(/0/g, "o")
    .replace(/[1!|]/g, "l")
    .replace(/5/g, "s")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/i/g, "l");
}
