import { useTranslations } from "next-intl";
import { ArticleRedlines, RedlineLegend } from "@/components/agreements/article-redlines";
import { useRuleWords } from "@/components/agreements/matrix-changes";
import { PaperChange } from "@/components/agreements/paper-change";
import { useWorkingChange } from "@/components/agreements/working-change";
import { Section } from "@/components/layout/section";
import type { AgreementPageView, MatrixCell, TextChanges } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

const parts = { CT: "lead", PH: "assist", B: "informed", "CT|PH": "leadOrAssist", "": "none" } as const;

type DutiesProps = { view: AgreementPageView; duties: TextChanges["duties"]; linked: boolean };

function DutyChanges({ view, duties, linked }: DutiesProps) {
  const t = useTranslations("agreements.changes");
  const words = useTranslations("agreementParts.parts");
  const name = (cell: MatrixCell) => words(parts[cell]).toLocaleLowerCase("vi");
  const ruleWords = useRuleWords();
  const workingWords = useWorkingChange();
  const code = (officeId: string) =>
    view.parties.find((party) => party.office.id === officeId)?.office.code ?? "";
  return (
    <ul className="changes">
      {duties.map(({ dutyKey, article, clause, shortText, cells, rule, working }) => (
        <li key={dutyKey}>
          {linked ? (
            <a href={`#article-${article}-${clause}`}>{t("place", { article, clause })}</a>
          ) : (
            t("place", { article, clause })
          )}
          , {shortText}:{" "}
          {[
            ...cells.map(({ officeId, from, to }) =>
              t("cell", { office: code(officeId), from: name(from), to: name(to) }),
            ),
            ...(rule ? [t("rule", { from: ruleWords(rule.from), to: ruleWords(rule.to) })] : []),
            ...working.map((change) => t("working", workingWords(change))),
          ].join("; ")}
        </li>
      ))}
    </ul>
  );
}

type ListProps = {
  id: string;
  title: string;
  none: string;
  changes: TextChanges;
  view: AgreementPageView;
  linked: boolean;
};

function ChangesList({ id, title, none, changes: { paper, articles, duties }, view, linked }: ListProps) {
  const t = useTranslations("agreements.changes");
  if (!paper && articles.length === 0 && duties.length === 0) {
    return (
      <Section id={id} title={title}>
        <p className="text-muted">{none}</p>
      </Section>
    );
  }
  return (
    <Section
      id={id}
      title={title}
      count={t("count", { articles: articles.length, duties: duties.length, paper: paper ? "yes" : "no" })}
    >
      <RedlineLegend />
      {paper ? <PaperChange change={paper} /> : null}
      {duties.length > 0 ? <DutyChanges view={view} duties={duties} linked={linked} /> : null}
      <ArticleRedlines articles={articles} linked={linked} />
    </Section>
  );
}

type SectionProps = {
  view: AgreementPageView;
  /** Whether the articles stand whole on the same page. */
  linked?: boolean;
};

/** What whoever is asked to consent or sign would otherwise have to find by reading both texts side by side. */
export function AgreementChangesSection({ view, linked = true }: SectionProps) {
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
          linked={linked}
        />
      ) : null}
      {changes ? (
        <ChangesList
          id="changes"
          title={changes.since === null ? t("titleTemplate") : t("titleVersion", { number: changes.since })}
          none={changes.since === null ? t("noneTemplate") : t("noneVersion", { number: changes.since })}
          changes={changes}
          view={view}
          linked={linked}
        />
      ) : null}
    </>
  );
}
