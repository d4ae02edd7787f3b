/**
 * The numbers of a text, each in one form however it is written: lots, sums, areas, days, decisions. Folded text in, see
 * folding.ts; bare years are left out, for half of all letters name the last two.
 */
export function numbersOf(text: string): string[] {
  const plain = readOut(fold(text));
  const found: string[] = [];
  const rest = plain
    .replace(wordyDay, (_, day: string, month: string) => keep(found, `${Number(day)}/${Number(month)}`))
    .replace(shortDay, (all: string, day: string, month: string) =>
      Number(day) <= 31 && Number(month) <= 12 ? keep(found, `${Number(day)}/${Number(month)}`) : all,
    )
    .replace(sums, (sum) => keep(found, String(Math.round(sumOf(sum)))))
    .replace(grouped, (number) => number.replace(/[. ,]/g, ""));
  for (const number of rest.match(/\d{2,}/g) ?? []) {
    const plainNumber = number.replace(/^0+(?=\d)/, "");
    if (plainNumber.length > 1 && !/^(?:19|20)\d\d$/.test(plainNumber)) found.push(plainNumber);
  }
  return [...new Set(found)];
}

function keep(found: string[], number: string): string {
  found.push(number);
  return " ";
}

const decimal = (amount: string) =>
  Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(amount) ? amount.replace(/[.,]/g, "") : amount.replace(",", "."));

const scales: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  k: 1e3,
  trieu: 1e6,
  tr: 1e6,
  ty: 1e9,
  ti: 1e9,
  ha: 1e4,
  hecta: 1e4,
};
const term = /(\d+(?:[.,]\d+)*) ?(nghin|ngan|k|trieu|tr|ty|ti|hecta|ha)\b( ruoi\b)?/;
/** "1 ty 970 trieu", "42 trieu ruoi": terms that follow each other are one sum. */
const sums = new RegExp(`(?:${term.source})(?:,? (?:${term.source}))*`, "g");
const wordyDay = /\b(\d{1,2}) thang (\d{1,2})(?: nam \d{2,4})?/g;

function sumOf(text: string): number {
  return [...text.matchAll(new RegExp(term.source, "g"))].reduce((sum, [, amount = "0", unit = "", half]) => {
    const scale = scales[unit] ?? 1;
    return sum + decimal(amount) * scale + (half ? scale / 2 : 0);
  }, 0);
}
const shortDay = /\b(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(?:\d{4}|\d{2}))?\b(?![.,]?\d)/g;
const grouped = /\d{1,3}(?:[., ]\d{3})+(?!\d)/g;

/** Without marks, a scanner's O, l and S within digits read as digits. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\b(?=[0-9olis]*\d)[0-9olis]{2,}\b/g, (word) =>
      word.replace(/o/g, "0").replace(/[li]/g, "1").replace(/s/g, "5"),
    );
}

const digits: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const digit = Object.keys(digits).join("|");
// "hai tram ba muoi lam", "bon muoi", "muoi hai": a lone digit in words is no number here, for "nam" is also a year.
const spoken = new RegExp(
  `\\b(?:(?:${digit}) tram(?: (?:linh|le) (?:${digit})| (?:(?:${digit}) )?muoi(?: (?:${digit}|mot))?)?|(?:${digit}) muoi(?: (?:${digit}))?|muoi (?:${digit}))\\b`,
  "g",
);

/** Numbers in words become digits. */
function readOut(text: string): string {
  return text.replace(spoken, (words) => {
    let [sum, last] = [0, 0];
    for (const word of words.split(" ")) {
      if (word === "tram") [sum, last] = [sum + last * 100, 0];
      else if (word === "muoi") [sum, last] = [sum + (last || 1) * 10, 0];
      else if (word in digits) last = digits[word] ?? 0;
    }
    return String(sum + last);
  });
}
