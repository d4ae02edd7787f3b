/**
 * The words of the two official forms: Nghị định 30/2020/NĐ-CP, art. 8 and Phụ lục I, for bodies of the State; Hướng dẫn
 * 36-HD/VPTW for those of the Party. A paper is Vietnamese whatever language the screen is in.
 */
export type OfficialForm = "state" | "party";

/** What stands over the title: who issues on the left, the nation or the Party on the right. */
export type OfficialHead = {
  form: OfficialForm;
  /** The body above the one that issues; "" where there is none to name. */
  superior: string;
  /** In capitals; of a joint paper every body, the lead first. */
  issuers: readonly string[];
  /** "Số: 05/TB-VPUBND" */
  numberLine: string;
  placeAndDate: string;
  /** The abstract of an official letter (công văn), which has no title; else "". */
  below: string;
};

export const nation = {
  state: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
  party: ["ĐẢNG CỘNG SẢN VIỆT NAM"],
} as const;

export const paperWords = { to: "Kính gửi:", recipients: "Nơi nhận:", partyRule: "-----" } as const;

/** "2026-11-24" in "Phú Thọ": days under 10 and months 1, 2 take a zero (NĐ 30/2020, Phụ lục I). */
export function placeAndDate(place: string, isoDay: string): string {
  const [year = "", month = "", day = ""] = isoDay.split("-");
  return `${place}, ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** "05/TB-VPUBND" for offices of the State, "05-TB/VPTU" for those of the Party; official letters have no type. */
export function paperNumber(form: OfficialForm, number: number, type: string, symbol: string): string {
  const digits = String(number).padStart(2, "0");
  if (form === "party") return `${digits}-${type || "CV"}/${symbol}`;
  return type === "" ? `${digits}/${symbol}` : `${digits}/${type}-${symbol}`;
}

export function numberLine(paper: { form: OfficialForm | "joint"; number: string }): string {
  return paper.form === "party" ? `Số ${paper.number}` : `Số: ${paper.number}`;
}

/** Where a body's name may be broken: between whole phrases, "VÀ" going with what follows it. */
const betweenPhrases = / (?=(?:ĐOÀN|VÀ|TỈNH|THÀNH PHỐ)(?: |$))|(?<! VÀ) (?=(?:ỦY BAN|HỘI ĐỒNG) )/;
const lettersOfAName = 24;

/** A long name over the number is broken between its phrases, instead of leaving one word alone. */
export function nameLines(name: string): string[] {
  if (name.length <= lettersOfAName) return [name];
  const phrases = name.split(betweenPhrases);
  if (phrases.length > 1) {
    return phrases.reduce<string[]>((lines, phrase) => {
      const line = lines.at(-1);
      if (line === undefined || `${line} ${phrase}`.length > lettersOfAName) return [...lines, phrase];
      return [...lines.slice(0, -1), `${line} ${phrase}`];
    }, []);
  }
  const middle = name.indexOf(" ", Math.floor(name.length / 2));
  return middle < 0 ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

/** Letters of a line of the left column, beside which the nation's name just finds room on one line. */
const lettersInALine = 23;
/** Words of bodies' names that stay together. */
const together = /(VĂN|ỦY|NHÂN|HỘI|QUỐC|ĐẠI|TỈNH|THÀNH) (PHÒNG|BAN|DÂN|ĐỒNG|HỘI|BIỂU|ỦY|PHỐ)(?=\s|$)/g;

/** Who issues, line by line: a body alone as any; of several each over lines of about one length. */
export function issuerLines({ issuers }: Pick<OfficialHead, "issuers">): string[] {
  return issuers.flatMap(issuers.length > 1 ? evenLines : nameLines);
}

/** As few lines as hold the name, each filled to the share it has of what is left. */
function evenLines(name: string): string[] {
  const lines: string[] = [];
  let words = name.replace(together, "$1_$2").split(" ");
  const length = (count: number) => words.slice(0, count).join(" ").length;
  for (let left = Math.ceil(name.length / lettersInALine); left > 1; left -= 1) {
    const share = length(words.length) / left;
    let taken = 1;
    while (taken < words.length && length(taken + 1) <= lettersInALine && length(taken) + 1 < share)
      taken += 1;
    lines.push(words.slice(0, taken).join(" "));
    words = words.slice(taken);
  }
  return [...lines, words.join(" ")].map((line) => line.replaceAll("_", " "));
}

/** How the Party writes in whose place somebody signs: "K/T", where the State writes "KT.". */
export function authorityIn(form: OfficialForm | "joint", line: string): string {
  if (form !== "party") return line;
  return line.replace(/^(K|T)(T|M|L|UQ)\. /, "$1/$2 ");
}
