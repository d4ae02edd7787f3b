import type { Content } from "pdfmake/interfaces.js";
import type { AgreementPdfArticle, AgreementPdfChapter, AgreementPdfInput } from "./agreement-pdf-input";
import { millimetres } from "./document-measures";
import { documentWords, romanNumber, upperCase } from "./document-words";

export function documentBody(input: AgreementPdfInput): Content[] {
  return [
    // Bases lean in the State's form (NĐ 30/2020, Phụ lục I), not in the Party's.
    ...input.bases.map((text) => paragraph(text, { italics: input.form !== "party" })),
    ...input.chapters.flatMap((chapter) => chapterContent(chapter)),
  ];
}

function chapterContent(chapter: AgreementPdfChapter): Content[] {
  // A short paper has articles only (NĐ 30/2020/NĐ-CP, Phụ lục I).
  if (chapter.title === "") return chapter.articles.flatMap((article) => articleContent(article));
  return [
    {
      text: `${documentWords.chapter} ${romanNumber(chapter.ordinal)}`,
      bold: true,
      fontSize: 14,
      alignment: "center",
      margin: [0, 12, 0, 0],
      headlineLevel: 1,
    },
    {
      text: upperCase(chapter.title),
      bold: true,
      fontSize: 14,
      alignment: "center",
      margin: [0, 0, 0, 6],
      headlineLevel: 1,
    },
    ...chapter.articles.flatMap((article) => articleContent(article)),
  ];
}

function articleContent(article: AgreementPdfArticle): Content[] {
  const heading: Content = {
    text: `${documentWords.article} ${article.ordinal}. ${article.heading}`,
    bold: true,
    leadingIndent: millimetres(10),
    margin: [0, 6, 0, 4],
    headlineLevel: 1,
  };
  return [heading, ...article.clauses.map((text) => paragraph(text, {}))];
}

function paragraph(text: string, style: { italics?: boolean }): Content {
  return {
    text: text.normalize("NFC"),
    alignment: "justify",
    leadingIndent: millimetres(10),
    margin: [0, 0, 0, 6],
    ...style,
  };
}
