import { useTranslations } from "next-intl";
import { AgreementMatrix } from "@/components/agreements/agreement-matrix";
import { AgreementText } from "@/components/agreements/agreement-text";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Fingerprint } from "@/components/ui/fingerprint";
import { Note } from "@/components/ui/note";
import type { ConsolidatedView } from "@/lib/agreements/types";
import { formatDay } from "@/lib/platform/dates/days";

type Props = { view: ConsolidatedView; tenant: string; officeId: string; unknownDay: string | null };
type Text = NonNullable<ConsolidatedView["text"]>;

/** The papers the text is made of, each with its file. */
function Papers({ text, tenant }: { text: Text; tenant: string }) {
  const t = useTranslations("agreements");
  return (
    <Section id="papers" title={t("consolidated.papers")}>
      <ul className="changes">
        {text.papers.map(({ versionId, paperNumber, effectiveFrom, documentId }, index) => (
          <li key={versionId}>
            {t(index === 0 ? "consolidated.whole" : "consolidated.amendment", {
              number: paperNumber ?? "",
              from: effectiveFrom ? formatDay(effectiveFrom) : "",
            })}
            {documentId ? (
              <>
                {" "}
                <a href={`/${tenant}/files/${documentId}`}>
                  {t("files.pdf")}
                  <span className="sr-only"> {paperNumber}</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {t("consolidated.hash")} <Fingerprint hex={text.contentHash} />
      </p>
    </Section>
  );
}

function ConsolidatedText({ view, text, officeId, tenant }: Props & { text: Text }) {
  const t = useTranslations("agreements");
  return (
    <>
      <Papers text={text} tenant={tenant} />
      <AgreementMatrix view={{ parties: view.parties, matrix: text.matrix }} officeId={officeId} />
      <AgreementText
        id="text"
        title={t("textTitle")}
        head={{
          form: "joint",
          mark: t("consolidated.mark"),
          organs: view.parties.map((party) => party.office.name.toLocaleUpperCase("vi")),
          number: t("paper.number", { number: text.papers[0]?.paperNumber ?? "" }),
          placeAndDate: t("consolidated.on", { day: formatDay(view.on) }),
          type: t("consolidated.type"),
          subject: text.abstract,
        }}
        bases={text.bases}
        chapters={text.chapters.map((chapter) => ({
          id: `chapter-${chapter.ordinal}`,
          number: t("chapter", { roman: chapter.roman }),
          title: chapter.title,
          articles: chapter.articles.map((article) => ({
            id: article.articleKey,
            number: t("article", { ordinal: article.ordinal }),
            title: article.heading,
            clauses: [...article.clauses, ...(article.dated ? [article.dated] : [])].map((clause, index) => {
              const by = text.amendedBy[`${article.articleKey}.${index + 1}`];
              return {
                id: `article-${article.ordinal}-${index + 1}`,
                text: (
                  <>
                    {`${index + 1}. ${clause}`}
                    {by === undefined ? null : <small> {t("consolidated.by", { number: by })}</small>}
                  </>
                ),
              };
            }),
          })),
        }))}
      />
    </>
  );
}

/** What the offices have agreed on as it reads on one day, whichever papers it stands in. */
export function ConsolidatedPage(props: Props) {
  const { view, tenant, unknownDay } = props;
  const t = useTranslations("agreements");
  const base = `/${tenant}/agreements`;
  const here = `${base}/${view.agreementId}`;
  const day = formatDay(view.on);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: view.title, href: here },
          { label: t("consolidated.title") },
        ]}
        title={t("consolidated.titleOn", { day })}
        lead={view.title}
      />
      {unknownDay === null ? null : (
        <Note tone="due" title={t("consolidated.unknownDay", { typed: unknownDay })} />
      )}
      <form
        action={`${here}/consolidated`}
        className="inrow noprint mb-4"
        aria-label={t("consolidated.choose")}
      >
        <div className="field">
          <label htmlFor="consolidated-on">{t("consolidated.day")}</label>
          <input
            id="consolidated-on"
            name="on"
            className="input w-date"
            defaultValue={day}
            autoComplete="off"
          />
        </div>
        <div className="field self-end">
          <Button>{t("consolidated.show")}</Button>
        </div>
      </form>
      {view.versions.length > 1 ? (
        <p className="noprint mb-4">
          {t("consolidated.days")}{" "}
          {view.versions.toReversed().map(({ id, effectiveFrom }, index) => (
            <span key={id}>
              {index > 0 ? ", " : ""}
              <a href={`${here}/consolidated?on=${formatDay(effectiveFrom ?? view.on)}`}>
                {formatDay(effectiveFrom ?? view.on)}
              </a>
            </span>
          ))}
        </p>
      ) : null}
      {view.text ? (
        <ConsolidatedText {...props} text={view.text} />
      ) : (
        <EmptyState title={t("consolidated.none", { day })} text={t("consolidated.noneText")} />
      )}
    </>
  );
}
