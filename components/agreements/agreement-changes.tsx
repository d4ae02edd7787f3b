import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarkedText } from "@/components/agreements/marked-text";
import { Section } from "@/components/layout/section";
import type { AgreementChanges, AgreementPageView, MatrixCell } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

const parts = { CT: "lead", PH: "assist", B: "informed", "CT|PH": "leadOrAssist", "": "none" } as const;

function added(words: ReactNode) {
  return <ins>{words}</ins>;
}

function removed(words: ReactNode) {
  return <del>{words}</del>;
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

type ListProps = {
  id: string;
  title: string;
  none: string;
  changes: Pick<AgreementChanges, "articles" | "duties">;
  view: AgreementPageView;
};

function ChangesList({ id, title, none, changes: { articles, duties }, view }: ListProps) {
  const t = useTranslations("agreements.changes");
  if (articles.length === 0 && duties.length === 0) {
    return (
      <Section id={id} title={title}>
        <p className="text-muted">{none}</p>
      </Section>
    );
  }
  return (
    <Section id={id} title={title} count={t("count", { articles: articles.length, duties: duties.length })}>
      <p className="text-sm text-muted">{t.rich("legend", { ins: added, del: removed })}</p>
      {duties.length > 0 ? <DutyChanges view={view} duties={duties} /> : null}
      {articles.map(({ articleKey, ordinal, heading, clauses }) => (
        <article key={articleKey} className="change">
          <h3>
            <a href={`#${articleKey}`}>{t("article", { ordinal })}</a>. <MarkedText text={heading} />
          </h3>
          {clauses.map(({ number, parts: words }) => (
            <p key={number}>
              {number}. <MarkedText text={words} />
            </p>
          ))}
        </article>
      ))}
    </Section>
  );
}

/** What whoever is asked to consent would otherwise have to find by reading both texts side by side. */
export function AgreementChangesSection({ view }: { view: AgreementPageView }) {
  const t = useTranslations("agreements.changes");
  const { changes, sinceConsent } = view;
  return (
    <>
      {sinceConsent ? (
        <ChangesList
          id="since-consent"
          title={t("titleConsent", { at: formatInstant(sinceConsent.at) })}
          none={t("noneConsent")}
          changes={sinceConsent}
          view={view}
        />
      ) : null}
      {changes ? (
        <ChangesList
          id="changes"
          title={changes.since === null ? t("titleTemplate") : t("titleVersion", { number: changes.since })}
          none={changes.since === null ? t("noneTemplate") : t("noneVersion", { number: changes.since })}
          changes={changes}
          view={view}
        />
      ) : null}
    </>
  );
}
