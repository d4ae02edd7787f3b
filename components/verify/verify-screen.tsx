import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/layout/brand-mark";
import { LanguageForm } from "@/components/layout/language-form";
import { CheckedFileReport } from "@/components/verify/checked-file";
import type { VerifyView } from "@/lib/agreements/public-check/types";
import { setLanguageAction } from "@/lib/platform/auth/actions";

/** Anybody has a signed file checked: no account, one thing to do, nothing kept. */
export function VerifyScreen({ view }: { view: VerifyView }) {
  const t = useTranslations("verify");
  const shell = useTranslations("shell");
  const { answer, megabytes } = view;
  return (
    <div className="cit">
      <a className="skip" href="#main">
        {shell("skip")}
      </a>
      <header className="cit__top">
        <a className="brand" href="/">
          <BrandMark />
          <span>{shell("product")}</span>
        </a>
        <LanguageForm action={setLanguageAction} className="btn" />
      </header>
      <main className="cit__page" id="main" tabIndex={-1}>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
        {answer?.kind === "checked" ? <CheckedFileReport answer={answer} /> : null}
        {answer && answer.kind !== "checked" ? (
          <div className="cit__errors" id="answer" tabIndex={-1} role="alert">
            <p>
              {answer.kind === "busy"
                ? t("notChecked.busy", { seconds: answer.seconds })
                : t(`notChecked.${answer.kind}`, { megabytes })}
            </p>
          </div>
        ) : null}
        <form method="post" encType="multipart/form-data" action="/verify/upload/check">
          <div className="field">
            <label htmlFor="file">{answer ? t("another") : t("file")}</label>
            <p className="hint" id="file-hint">
              {t("hint", { megabytes })}
            </p>
            <input
              className="input"
              id="file"
              name="file"
              type="file"
              accept=".pdf,application/pdf"
              aria-describedby="file-hint"
            />
          </div>
          <p>
            <button type="submit" className="btn btn--fill btn--wide">
              {t("check")}
            </button>
          </p>
        </form>
        <KnownRoots view={view} />
      </main>
    </div>
  );
}

function KnownRoots({ view }: { view: VerifyView }) {
  const t = useTranslations("verify");
  return (
    <details className="cit__plain">
      <summary>{t("roots")}</summary>
      <p>{t("rootsText")}</p>
      <dl className="cit__check">
        {view.roots.map((root) => (
          <div key={root.sha256}>
            <dt>{root.name}</dt>
            <dd className="mono">{root.sha256.match(/.{1,4}/g)?.join(" ")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
