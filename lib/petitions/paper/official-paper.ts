/**
 * One description of an official paper, from which PDF and DOCX are drawn alike: the parts of Nghị định 30/2020/NĐ-CP, art. 8 and
 * Phụ lục I; for offices of the Party those of Hướng dẫn 36-HD/VPTW. The paper is Vietnamese whatever language the screen is in.
 */
export type OfficialPaper = {
  form: "state" | "party";
  /** The body above the one that issues; "" where there is none to name. */
  superior: string;
  issuer: string;
  number: string;
  placeAndDate: string;
  /** "THÔNG BÁO"; "" for an official letter (công văn), which has its abstract below the number. */
  title: string;
  abstract: string;
  /** To whom, "Kính gửi"; "" for papers that name nobody. */
  to: string;
  paragraphs: readonly PaperParagraph[];
  recipients: readonly string[];
  /** Authority and post, a line each: "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG". */
  capacity: readonly string[];
  signer: string;
  /** A line above all, for what is invented; "" for real papers. */
  mark: string;
};

export type PaperParagraph = { kind: "basis" | "order" | "article" | "text"; text: string };

const order = /^(QUYẾT ĐỊNH|KẾT LUẬN|BIÊN BẢN|NAY QUYẾT ĐỊNH)\s*:?$/;

/** What was typed, line by line: bases, the one word of the order, articles, and text. */
export function paragraphsOf(typed: string): PaperParagraph[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text): PaperParagraph => {
      if (order.test(text)) return { kind: "order", text };
      if (/^(Căn cứ|Theo đề nghị|Xét đề nghị) /.test(text)) return { kind: "basis", text };
      if (/^Điều \d+[.:]/.test(text)) return { kind: "article", text };
      return { kind: "text", text };
    });
}

/** The head of an article, "Điều 1.", and what follows it. */
export function articleParts(text: string): readonly [string, string] {
  const [, head = text, rest = ""] = /^(Điều \d+[.:])\s*(.*)$/s.exec(text) ?? [];
  return [head, rest];
}

export const nation = {
  state: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
  party: ["ĐẢNG CỘNG SẢN VIỆT NAM"],
} as const;

export const paperWords = { to: "Kính gửi:", recipients: "Nơi nhận:" } as const;

/** "2026-11-24" in "Phú Thọ": days under 10 and months 1, 2 take a zero (NĐ 30/2020, Phụ lục I). */
export function placeAndDate(place: string, isoDay: string): string {
  const [year = "", month = "", day = ""] = isoDay.split("-");
  return `${place}, ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** "05/TB-VPUBND" for offices of the State, "05-TB/VPTU" for those of the Party; official letters have no type. */
export function paperNumber(
  form: OfficialPaper["form"],
  number: number,
  type: string,
  symbol: string,
): string {
  const digits = String(number).padStart(2, "0");
  if (form === "party") return `${digits}-${type || "CV"}/${symbol}`;
  return type === "" ? `${digits}/${symbol}` : `${digits}/${type}-${symbol}`;
}

export function numberLine(paper: Pick<OfficialPaper, "form" | "number">): string {
  return paper.form === "party" ? `Số ${paper.number}` : `Số: ${paper.number}`;
}

/** A long name over the number is broken before its place, instead of leaving one word alone. */
export function nameLines(name: string): string[] {
  if (name.length <= 24) return [name];
  const at = name.search(/ (TỈNH|THÀNH PHỐ|VÀ) /);
  const middle = at > 0 ? at : name.indexOf(" ", Math.floor(name.length / 2));
  return middle < 0 ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

/** Every text of a paper in the order it is read: what PDF and DOCX are held against. */
export function textsOf(paper: OfficialPaper): string[] {
  return [
    paper.superior,
    paper.issuer,
    ...nation[paper.form],
    numberLine(paper),
    paper.placeAndDate,
    paper.title,
    paper.abstract,
    paper.to,
    ...paper.paragraphs.map(({ text }) => text),
    ...paper.recipients,
    ...paper.capacity,
    paper.signer,
  ].filter((text) => text !== "");
}
