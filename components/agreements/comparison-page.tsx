import { useTranslations } from "next-intl";
import { useAgreementWords } from "@/components/agreements/agreement-words";
import { ArticleRedlines, RedlineLegend } from "@/components/agreements/article-redlines";
import { MatrixChanges } from "@/components/agreements/matrix-changes";
import { PaperChange } from "@/components/agreements/paper-change";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import type { ComparisonView, VersionRef } from "@/lib/agreements/types";

function useVersionName() {
  const t = useTranslations("agreements");
  const words = useAgreementWords();
  return ({ number, paperNumber, ...version }: VersionRef): string =>
    [
      t("version", { number }),
      ...(paperNumber ? [t("number", { number: paperNumber })] : []),
      words.state({ ...version, signatures: 0, parties: 0 }).text,
    ].join(" · ");
}

function Choice({ name, view, value }: { name: "from" | "to"; view: ComparisonView; value: VersionRef }) {
  const t = useTranslations("agreements.compare");
  const nameOf = useVersionName();
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{t(name)}</label>
      <select id={`compare-${name}`} name={name} className="select" defaultValue={value.number}>
        {view.versions.map((version) => (
          <option key={version.id} value={version.number}>
            {nameOf(version)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Terms({ from, to }: { from: VersionRef; to: VersionRef }) {
  const t = useTranslations("agreements");
  const words = useAgreementWords();
  const term = (version: VersionRef) =>
    words.term(version) || words.state({ ...version, signatures: 0, parties: 0 }).text;
  const name = ({ number, paperNumber }: VersionRef) =>
    [t("version", { number }), ...(paperNumber ? [paperNumber] : [])].join(", ");
  return (
    <Section id="dates" title={t("compare.dates")}>
      <Facts
        facts={[
          { label: name(from), value: term(from) },
          { label: name(to), value: term(to) },
        ]}
      />
    </Section>
  );
}

function Differences({ view, compared }: { view: ComparisonView; compared: NonNullable<Compared> }) {
  const t = useTranslations("agreements");
  const { from, to, changes, articles } = compared;
  const same = articles - changes.articles.length;
  return (
    <>
      <Terms from={from} to={to} />
      <Section id="form" title={t("chooseForm.title")}>
        {changes.paper ? (
          <PaperChange change={changes.paper} />
        ) : (
          <p className="text-muted">{t("compare.sameForm")}</p>
        )}
      </Section>
      <Section
        id="matrix"
        title={t("compare.matrix")}
        count={changes.duties.length > 0 ? t("compare.rows", { count: changes.duties.length }) : undefined}
      >
        {changes.duties.length > 0 ? (
          <MatrixChanges duties={changes.duties} offices={view.offices} />
        ) : (
          <p className="text-muted">{t("compare.sameMatrix")}</p>
        )}
      </Section>
      <Section
        id="text"
        title={t("compare.text")}
        count={changes.articles.length > 0 ? t("compare.sameArticles", { count: same }) : undefined}
      >
        {changes.articles.length > 0 ? (
          <>
            <RedlineLegend />
            <ArticleRedlines articles={changes.articles} />
          </>
        ) : (
          <p className="text-muted">{t("compare.sameText")}</p>
        )}
      </Section>
    </>
  );
}

type Compared = ComparisonView["compared"];

/** Any two versions: dates, matrix and text, only what differs. */
export function ComparisonPage({ view, tenant }: { view: ComparisonView; tenant: string }) {
  const t = useTranslations("agreements");
  const base = `/${tenant}/agreements`;
  const here = `${base}/${view.agreementId}`;
  const { compared } = view;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: view.title, href: here },
          { label: t("compare.title") },
        ]}
        title={t("compare.title")}
        lead={view.title}
      />
      {compared ? (
        <>
          <form action={`${here}/compare`} className="inrow noprint mb-4" aria-label={t("compare.choose")}>
            <Choice name="from" view={view} value={compared.from} />
            <Choice name="to" view={view} value={compared.to} />
            <div className="field self-end">
              <Button>{t("compare.submit")}</Button>
            </div>
          </form>
          <Differences view={view} compared={compared} />
        </>
      ) : (
        <EmptyState title={t("compare.onlyOne")} text={t("compare.onlyOneText")}>
          <LinkButton href={here}>{t("compare.back")}</LinkButton>
        </EmptyState>
      )}
    </>
  );
}
