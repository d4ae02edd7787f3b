import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/layout/brand-mark";
import { LanguageForm } from "@/components/layout/language-form";
import type { CitizenFrame } from "@/lib/petitions/citizen/types";
import { setLanguageAction } from "@/lib/platform/auth/actions";

type Props = {
  frame: CitizenFrame;
  /** What the pages are for; of letters where nothing else is said. */
  brand?: string;
  home?: string;
  step?: string | undefined;
  /** No way to the other language: in the middle of typing, which it would lose, and where the address is a secret. */
  oneLanguage?: boolean;
  title: ReactNode;
  children: ReactNode;
};

/** The frame of pages for citizens: large letters, one thing a page, no navigation. */
export function CitizenPage({ frame, brand, home, step, oneLanguage, title, children }: Props) {
  const t = useTranslations("citizen");
  const shell = useTranslations("shell");
  return (
    <div className="cit">
      <a className="skip" href="#main">
        {shell("skip")}
      </a>
      <header className="cit__top">
        <a className="brand" href={home ?? `/${frame.tenant}/citizen`}>
          <BrandMark />
          <span>
            {brand ?? t("brand")}
            <small>{frame.tenantName}</small>
          </span>
        </a>
        {oneLanguage ? null : <LanguageForm action={setLanguageAction} className="btn" />}
      </header>
      <main className="cit__page" id="main" tabIndex={-1}>
        {step ? <p className="cit__step">{step}</p> : null}
        <h1>{title}</h1>
        {children}
      </main>
      {frame.demo ? <footer className="cit__foot">{t("demo")}</footer> : null}
    </div>
  );
}
