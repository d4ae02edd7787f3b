import type { OfficialPaper } from "@/lib/petitions/paper/official-paper";
import { headOf } from "@/lib/petitions/paper/official-paper";
import { nation, paperWords } from "@/lib/platform/documents/official-form";

/** A paper as it will be, read on the screen: the parts of the official form in their order. */
export function PaperPreview({ paper }: { paper: OfficialPaper }) {
  const head = headOf(paper);
  return (
    <article className="paper-preview" lang="vi">
      <div className="paper-preview__head">
        <p>
          {paper.superior ? <span className="block">{paper.superior}</span> : null}
          <b className="block">{paper.issuer}</b>
          <span className="block">{head.numberLine}</span>
          {head.below ? <span className="block">{head.below}</span> : null}
        </p>
        <p>
          {nation[paper.form].map((line) => (
            <b key={line} className="block">
              {line}
            </b>
          ))}
          <i className="block">{paper.placeAndDate}</i>
        </p>
      </div>
      {paper.title ? <h3 className="paper-preview__title">{paper.title}</h3> : null}
      {paper.title && paper.abstract ? <p className="paper-preview__title">{paper.abstract}</p> : null}
      {paper.to ? (
        <p className="paper-preview__title">
          {paperWords.to} {paper.to}
        </p>
      ) : null}
      {paper.paragraphs.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand twice, and none moves
        <p key={index} className={`paper-preview__${kind}`}>
          {text}
        </p>
      ))}
      <div className="paper-preview__head">
        <p>
          <b className="block">{paperWords.recipients}</b>
          {paper.recipients.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </p>
        <p>
          {paper.capacity.map((line) => (
            <b key={line} className="block">
              {line}
            </b>
          ))}
          <b className="block mt-8">{paper.signer}</b>
        </p>
      </div>
      {paper.mark ? <p className="paper-preview__title">{paper.mark}</p> : null}
    </article>
  );
}
