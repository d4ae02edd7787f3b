/** One line of the head of a document. `cells` is how many pieces stand beside each other in its row. */
export type HeadLine = { text: string; cells?: number };

// More pieces than a letterhead has beside each other: a row of a table, in which "MẬT" is a value and no mark.
const widestLetterhead = 3;

// Characters that show nothing: soft hyphens, joiners, marks of direction, variation selectors.
const unseen = /\p{Cf}|\p{Variation_Selector}|\u{34F}/gu;

// Letters of other scripts that look the same, as text recognition mixes them in.
const lookAlikes: Readonly<Record<string, string>> = {
  М: "M",
  Т: "T",
  О: "O",
  І: "I",
  У: "Y",
  Е: "E",
  А: "A",
  Μ: "M",
  Τ: "T",
  Ο: "O",
  Ι: "I",
  Υ: "Y",
  Ε: "E",
  Α: "A",
};

// The same words in fonts from before Unicode: TCVN3 (.VnTime), of which capitals are set in a font of their own, and VNI.
const legacy: Readonly<Record<string, string>> = {
  MËT: "MẬT",
  TÈIMËT: "TỐIMẬT",
  TèIMËT: "TỐIMẬT",
  TUYÖTMËT: "TUYỆTMẬT",
  MAÄT: "MẬT",
  TOÁIMAÄT: "TỐIMẬT",
  TUYEÄTMAÄT: "TUYỆTMẬT",
};

/** Letters and digits only, composed, with look-alikes made the same. */
function bare(text: string): string {
  return text
    .replace(unseen, "")
    .normalize("NFKC")
    .replace(/[МТОІУЕАΜΤΟΙΥΕΑ]/gu, (letter) => lookAlikes[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "");
}

const marks = /^(?:(?:TUYỆT|TỐI)?MẬT)+$/u;
const named = /^(?:MỨC|DẤU)?ĐỘMẬT(?:TUYỆT|TỐI)?MẬT$/u;

function isMark(text: string): boolean {
  const letters = bare(text);
  return marks.test(legacy[letters] ?? letters) || named.test(letters.toUpperCase());
}

/** The whole line, then the pieces that stand far apart in it. */
function piecesOf(text: string): string[] {
  const pieces = text.split(/\t| {5,}/);
  return pieces.length > 1 && pieces.length <= widestLetterhead ? [text, ...pieces] : [text];
}

// A heading that was broken: "… BẢO VỆ BÍ / MẬT NHÀ NƯỚC", "MẬT / ĐỘ DÂN SỐ".
const goesBefore = /(?:^|[^\p{L}])(?:BÍ|BẢO|CƠ|THÂN)[^\p{L}]*$/u;
const comesAfter = /^[^\p{L}]*(?:ĐỘ|KHẨU|MÃ|THƯ|VỤ|ONG|NGHỊ|THIẾT|HOA)(?:[^\p{L}]|$)/u;

/**
 * Whether the head of a document carries the mark of a state secret (Luật 117/2025/QH15; levels Mật, Tối mật, Tuyệt mật): a
 * line of its own, in capitals, also spaced or framed. "Bảo mật", "mật khẩu" or "Mật" in running text are none.
 */
export function hasSecretMark(lines: readonly HeadLine[]): boolean {
  return lines.some(({ text, cells = 1 }, index) => {
    if (cells > widestLetterhead || !piecesOf(text).some(isMark)) return false;
    const before = lines[index - 1]?.text.normalize("NFC") ?? "";
    const after = lines[index + 1]?.text.normalize("NFC") ?? "";
    return !goesBefore.test(before) && !comesAfter.test(after);
  });
}

/** Whether a property of a file (title, subject, keywords, a level) is itself a mark, in capitals or not. */
export function isSecretProperty(value: string): boolean {
  return value.split(/[,;|\n]/).some((part) => isMark(part.toLocaleUpperCase("vi")));
}
