import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AgreementPaperHead, type PaperHead } from "@/components/agreements/agreement-paper-head";
import { type SignatureBlock, SignatureBlocks } from "@/components/agreements/signature-blocks";
import { paperWords } from "@/lib/platform/documents/official-form";

export type AgreementClause = {
  id: string;
  text: ReactNode;
  /** While it is negotiated: where one remarks on it or proposes other words. */
  pointHref?: string | undefined;
};

export type AgreementArticle = {
  /** The address within the page, for example `dieu-8`. */
  id: string;
  /** "Điều 8" */
  number: string;
  title: string;
  clauses: readonly AgreementClause[];
  /** While drafting: a link that opens the article for writing. */
  editHref?: string | undefined;
};

export type AgreementChapter = {
  id: string;
  /** "Chương II"; empty where a short paper has articles only. */
  number: string;
  title: string;
  articles: readonly AgreementArticle[];
};

type AgreementTextProps = {
  id?: string | undefined;
  title: string;
  /** "bản 4, đã chốt nội dung lúc 08:30 ngày 24/11/2026" */
  note?: string | undefined;
  head: PaperHead;
  /** Legal bases and the sentence that opens the text. */
  bases?: readonly string[] | undefined;
  chapters: readonly AgreementChapter[];
  signatures?: readonly SignatureBlock[] | undefined;
  /** To whom copies go, as an official form names them. */
  recipients?: readonly string[] | undefined;
  /** The head of the audit chain and what the signature is not. */
  foot?: ReactNode;
  /** What stands under the paper: the signature strip. */
  children?: ReactNode;
};

/** The text as it lies on the table, with its table of contents. */
export function AgreementText(props: AgreementTextProps) {
  const { id = "text", title, note, head, bases = [], chapters, signatures, foot, children } = props;
  const { recipients = [] } = props;
  return (
    <section className="sec deskband" id={id} aria-labelledby={`${id}-title`}>
      <div className="sec__h noprint">
        <h2 id={`${id}-title`}>{title}</h2>
        {note ? <span className="n">{note}</span> : null}
      </div>
      <div className="doc">
        <AgreementContents chapters={chapters} />
        <div className="sheetrow">
          <article className="paper" lang="vi">
            <AgreementPaperHead head={head} />
            {bases.map((line) => (
              <p key={line} className={head.form === "party" ? undefined : "paper__base"}>
                {line}
              </p>
            ))}
            {chapters.map((chapter) => (
              <AgreementChapterText key={chapter.id} chapter={chapter} />
            ))}
            {signatures ? <SignatureBlocks blocks={signatures} /> : null}
            {recipients.length > 0 ? (
              <div className="paper__to">
                <b>{paperWords.recipients}</b>
                <ul>
                  {recipients.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            ) : null}
            {foot ? <p className="paper__foot">{foot}</p> : null}
          </article>
        </div>
      </div>
      {children}
    </section>
  );
}

function AgreementContents({ chapters }: { chapters: readonly AgreementChapter[] }) {
  const t = useTranslations("agreementParts.text");
  return (
    <nav className="toc noprint" aria-label={t("contents")}>
      <ul>
        {chapters.flatMap((chapter) => [
          chapter.number === "" ? null : (
            <li key={chapter.id} className="ch">
              {`${chapter.number}. ${chapter.title}`}
            </li>
          ),
          ...chapter.articles.map((article) => (
            <li key={article.id}>
              <a href={`#${article.id}`}>{`${article.number}. ${article.title}`}</a>
            </li>
          )),
        ])}
      </ul>
    </nav>
  );
}

function AgreementChapterText({ chapter }: { chapter: AgreementChapter }) {
  const isTitled = chapter.number !== "";
  return (
    <>
      {isTitled ? (
        <h3 className="chuong" id={chapter.id}>
          {chapter.number}
          <br />
          <span className="chuong__t">{chapter.title}</span>
        </h3>
      ) : null}
      {chapter.articles.map((article) => (
        <AgreementArticleText key={article.id} article={article} heading={isTitled ? "h4" : "h3"} />
      ))}
    </>
  );
}

function AgreementArticleText({
  article,
  heading: Heading,
}: {
  article: AgreementArticle;
  heading: "h3" | "h4";
}) {
  const t = useTranslations("agreementParts.text");
  const points = useTranslations("agreements.points");
  return (
    <>
      <Heading className="dieu" id={article.id}>
        {`${article.number}. ${article.title}`}
        {article.editHref ? (
          <a className="dieu__edit noprint" href={article.editHref}>
            {t("edit")}
            <span className="sr-only">{` ${article.number}`}</span>
          </a>
        ) : null}
      </Heading>
      {article.clauses.map((clause, index) => (
        <p key={clause.id} id={clause.id}>
          {clause.text}
          {clause.pointHref ? (
            <a className="dieu__edit noprint" href={clause.pointHref}>
              {points("link")}
              <span className="sr-only">{` ${article.number}.${index + 1}`}</span>
            </a>
          ) : null}
        </p>
      ))}
    </>
  );
}
