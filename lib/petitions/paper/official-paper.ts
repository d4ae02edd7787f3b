import {
  nation,
  numberLine,
  type OfficialForm,
  type OfficialHead,
} from "@/lib/platform/documents/official-form";

/**
 * One description of an official paper, from which PDF and DOCX are drawn alike: the parts of Nghị định 30/2020/NĐ-CP, art. 8 and
 * Phụ lục I; for offices of the Party those of Hướng dẫn 36-HD/VPTW. The paper is Vietnamese whatever language the screen is in.
 */
export type OfficialPaper = {
  form: OfficialForm;
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

/** What stands over the title, or over the text of an official letter. */
export function headOf(paper: OfficialPaper): OfficialHead {
  const { form, superior, issuer, placeAndDate, title, abstract } = paper;
  return {
    form,
    superior,
    issuers: [issuer],
    numberLine: numberLine(paper),
    placeAndDate,
    below: title === "" ? abstract : "",
  };
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
