import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DayInput } from "@/components/petitions/petition-filter";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Register } from "@/components/ui/register";
import { formatDay } from "@/lib/platform/dates/days";
import {
  type ObedienceFigure,
  type ObedienceRow,
  type ObedienceView,
  obedienceFigures,
} from "@/lib/tasks/types";

type PageProps = { view: ObedienceView; tenant: string };

function Span({ view }: { view: ObedienceView }) {
  const t = useTranslations("tasks.obedience");
  return (
    <form className="inrow noprint mb-4" aria-label={t("span")}>
      <DayInput name="from" label={t("from")} value={formatDay(view.from)} />
      <DayInput name="until" label={t("until")} value={formatDay(view.until)} />
      <div className="field self-end">
        <Button>{t("show")}</Button>
      </div>
    </form>
  );
}

function Figures({ view, base }: { view: ObedienceView; base: string }) {
  const t = useTranslations("tasks.obedience");
  const address = (row: ObedienceRow, figure: ObedienceFigure) =>
    `${base}?${new URLSearchParams({
      from: formatDay(view.from),
      until: formatDay(view.until),
      duty: row.dutyKey,
      office: row.office.id,
      figure,
    })}#records`;
  return (
    <Section id="figures" title={t("figures", { from: formatDay(view.from), until: formatDay(view.until) })}>
      <Register
        caption={t("title")}
        className="register--figures"
        head={[
          { label: t("duty") },
          { label: t("office") },
          ...obedienceFigures.map((figure) => ({ label: t(`figure.${figure}`), number: true })),
        ]}
      >
        <tbody>
          {view.rows.map((row) => (
            <tr key={`${row.dutyKey} ${row.office.id}`}>
              <td>{t("place", { article: row.article, clause: row.clause, text: row.shortText })}</td>
              <td>{row.office.code}</td>
              {obedienceFigures.map((figure) => (
                <td key={figure} className="num">
                  <span className="only-narrow">{t(`figure.${figure}`)}: </span>
                  {row.figures[figure] === 0 ? (
                    "0"
                  ) : (
                    <a
                      href={address(row, figure)}
                      aria-label={t("open", {
                        figure: t(`figure.${figure}`),
                        count: row.figures[figure],
                        office: row.office.code,
                        article: row.article,
                        clause: row.clause,
                      })}
                    >
                      {row.figures[figure]}
                    </a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Register>
    </Section>
  );
}

function Records({ view, tenant }: PageProps) {
  const t = useTranslations("tasks.obedience");
  const { opened } = view;
  if (!opened) return null;
  const { row, figure, records, hidden } = opened;
  const title = t("records", {
    figure: t(`figure.${figure}`),
    office: row.office.code,
    article: row.article,
    clause: row.clause,
  });
  return (
    <Section id="records" title={title} count={records.length + hidden}>
      {records.length > 0 ? (
        <Register caption={title} head={[{ label: t("task") }, { label: t("due") }, { label: t("closed") }]}>
          <tbody>
            {records.map((record, index) => (
              <tr key={`${record.taskId} ${index}`}>
                <td>
                  <a href={`/${tenant}/tasks/${record.taskId}`}>{record.title}</a>
                </td>
                <td>{record.dueOn ? formatDay(record.dueOn) : t("noDue")}</td>
                <td>{record.closedOn ? formatDay(record.closedOn) : t("stillOpen")}</td>
              </tr>
            ))}
          </tbody>
        </Register>
      ) : null}
      {hidden > 0 ? <p className="text-muted">{t("hidden", { count: hidden })}</p> : null}
    </Section>
  );
}

/** How an agreement is followed, article by article: figures from what is on record, each opening its records. */
export function ObediencePage({ view, tenant }: PageProps) {
  const t = useTranslations("tasks.obedience");
  const agreements = useTranslations("agreements");
  const base = `/${tenant}/agreements`;
  const here = `${base}/${view.agreementId}/obedience`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: agreements("title"), href: base },
          { label: view.title, href: `${base}/${view.agreementId}` },
          { label: t("title") },
        ]}
        title={t("title")}
        lead={t("lead")}
      />
      <Span view={view} />
      {view.rows.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <Figures view={view} base={here} />
      )}
      <Records view={view} tenant={tenant} />
      <Note tone="info" title={t("howTitle")}>
        {t("how")}
      </Note>
    </>
  );
}
