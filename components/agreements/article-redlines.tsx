import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarkedText } from "@/components/agreements/marked-text";
import type { AgreementChanges } from "@/lib/agreements/types";

function added(words: ReactNode) {
  return <ins>{words}</ins>;
}

function removed(words: ReactNode) {
  return <del>{words}</del>;
}

/** What the two marks of a redline mean. */
export function RedlineLegend() {
  const t = useTranslations("agreements.changes");
  return <p className="text-sm text-muted">{t.rich("legend", { ins: added, del: removed })}</p>;
}

type Props = {
  articles: AgreementChanges["articles"];
  /** Where the article stands whole on the same page. */
  linked?: boolean | undefined;
};

/** Each changed article with its changed clauses as redline. */
export function ArticleRedlines({ articles, linked = false }: Props) {
  const t = useTranslations("agreements.changes");
  return articles.map(({ articleKey, ordinal, heading, clauses }) => {
    const name = t("article", { ordinal });
    return (
      <article key={articleKey} className="change">
        <h3>
          {linked ? <a href={`#${articleKey}`}>{name}</a> : name}. <MarkedText text={heading} />
        </h3>
        {clauses.map(({ number, parts: words }) => (
          <p key={number}>
            {`${number}. `}
            <MarkedText text={words} />
          </p>
        ))}
      </article>
    );
  });
}
