import type { BusyTexts } from "@/components/error-pages/error-texts";
import { BrandMark } from "@/components/layout/brand-mark";

/** 503: the database or a lock did not answer in time; nothing was written. */
export function BusyScreen({ texts }: { texts: BusyTexts }) {
  return (
    <main className="stop" id="content" tabIndex={-1}>
      <BrandMark />
      <div className="empty">
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <div className="acts">
          <a className="btn btn--fill" href="">
            {texts.retry}
          </a>
        </div>
      </div>
    </main>
  );
}
