import type { FaultTexts } from "@/components/error-pages/error-texts";
import { BrandMark } from "@/components/layout/brand-mark";

/** A fault of ours: a number to quote, and no detail of what broke. */
export function FaultScreen({ texts, reference }: { texts: FaultTexts; reference?: string | undefined }) {
  return (
    <main className="stop" id="content" tabIndex={-1}>
      <BrandMark />
      <div className="empty">
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        {reference ? (
          <p>
            {texts.reference} <b className="code">{reference}</b>
          </p>
        ) : null}
        <div className="acts">
          <a className="btn btn--fill" href="">
            {texts.retry}
          </a>
          <a href="/">{texts.home}</a>
        </div>
      </div>
    </main>
  );
}
