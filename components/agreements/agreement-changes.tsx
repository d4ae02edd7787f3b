import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import type { AgreementChanges, AgreementPageView, MatrixCell, TextPart } from "@/lib/agreements/types";

const parts = { CT: "lead", PH: "assist", B: "informed", "CT|PH": "leadOrAssist", "": "none" } as const;

function added(words: ReactNode) {
  return <ins>{words}</ins>;
}

function removed(words: ReactNode) {
  return <del>{words}</del>;
}

function Marked({ text }: { text: readonly TextPart[] }) {
  return text.map(({ kind, text: words }, index) => {
    // Words come in the order of the text and are never moved: their place is their name.
    const key = `${index} ${kind}`;
    if (kind === "added") return <ins key={key}>{words}</ins>;
    return kind === "removed" ? <del key={key}>{words}</del> : <span key={key}>{words}</span>;
  });
}

function DutyChanges({ view, duties }: { view: AgreementPageView; duties: AgreementChanges["duties"] }) {
  const t = useTranslations("agreements.changes");
  const words = useTranslations("agreementParts.parts");
  const name = (cell: MatrixCell) => words(parts[cell]).toLocaleLowerCase("vi");
  const code = (officeId: string) =>
    view.parties.find((party) => party.office.id === officeId)?.office.code ?? "";
  return (
    <ul className="changes">
      {duties.map(({ dutyKey, article, clause, shortText, cells }) => (
        <li key={dutyKey}>
          <a href={`#article-${article}-${clause}`}>{t("place", { article, clause })}</a>, {shortText}:{" "}
          {cells
            .map(({ officeId, from, to }) =>
              t("cell", { office: code(officeId), from: name(from), to: name(to) }),
            )
            .join("; ")}
        </li>
      ))}
    </ul>
  );
}

/** What whoever is asked to consent would otherwise have to find by reading both texts side by side. */
export function AgreementChangesSection({ view }: { view: AgreementPageView }) {
  const t = useTranslations("agreements.changes");
  const { changes } = view;
  if (!changes) return null;
  const { since, articles, duties } = changes;
  const title = since === null ? t("titleTemplate") : t("titleVersion", { number: since });
  if (articles.length === 0 && duties.length === 0) {
    return (
      <Section id="changes" title={title}>
        <p className="text-muted">
          {since === null ? t("noneTemplate") : t("noneVersion", { number: since })}
        </p>
      </Section>
    );
  }
  return (
    <Section
      id="changes"
      title={title}
      count={t("count", { articles: articles.length, duties: duties.length })}
    >
      <p className="text-sm text-muted">{t.rich("legend", { ins: added, del: removed })}</p>
      {duties.length > 0 ? <DutyChanges view={view} duties={duties} /> : null}
      {articles.map(({ articleKey, ordinal, heading, clauses }) => (
        <article key={articleKey} className="change">
          <h3>
            <a href={`#${articleKey}`}>{t("article", { ordinal })}</a>. <Marked text={heading} />
          </h3>
          {clauses.map(({ number, parts: words }) => (
            <p key={number}>
              {number}. <Marked text={words} />
            </p>
          ))}
        </article>
      ))}
    </Section>
  );
}
