import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DayInput } from "@/components/petitions/petition-filter";
import { Button } from "@/components/ui/button";
import { FigureCell } from "@/components/ui/figure-cell";
import { NarrowLabel } from "@/components/ui/narrow-label";
import { Note } from "@/components/ui/note";
import { OfficeLabel } from "@/components/ui/office-label";
import { PrintedHead } from "@/components/ui/printed-head";
import { Register } from "@/components/ui/register";
import { type Day, formatDay } from "@/lib/platform/dates/days";
import {
  type ObedienceFigure,
  type ObedienceRow,
  type ObedienceView,
  obedienceFigures,
} from "@/lib/tasks/types";

type PageProps = { view: ObedienceView; tenant: string };
type FiguresProps = { view: ObedienceView; base: string };
/** What stands on paper beside the figures: whose it is, where and when it was printed. */
type SheetProps = { office: string; place: string; today: Day; demo: boolean };

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

/** The link that opens the records of a figure; nothing to open, nothing to press. */
function Figure({ row, figure, view, base }: FiguresProps & { row: ObedienceRow; figure: ObedienceFigure }) {
  const t = useTranslations("tasks.obedience");
  const count = row.figures[figure];
  if (count === 0) return <span className="text-muted">0</span>;
  const query = new URLSearchParams({
    from: formatDay(view.from),
    until: formatDay(view.until),
    duty: row.dutyKey,
    office: row.office.id,
    figure,
  });
  const { article, clause, office } = row;
  return (
    <a
      href={`${base}?${query}#records`}
      aria-label={t("open", { figure: t(`figure.${figure}`), count, office: office.code, article, clause })}
    >
      {count}
    </a>
  );
}

/** Under the name of a duty a line for every office that has figures of it. */
function DutyRows({ rows, ...props }: FiguresProps & { rows: readonly ObedienceRow[] }) {
  const t = useTranslations("tasks.obedience");
  const [first] = rows;
  if (!first) return null;
  const { article, clause, shortText } = first;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={obedienceFigures.length + 1}>
          {t("place", { article, clause, text: shortText })}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.office.id}>
          <td>
            <OfficeLabel office={officeMark(row.office)} />
          </td>
          {obedienceFigures.map((figure) => (
            <FigureCell
              key={figure}
              label={t(`figure.${figure}`)}
              value={<Figure {...props} row={row} figure={figure} />}
            />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Figures(props: FiguresProps) {
  const { view } = props;
  const t = useTranslations("tasks.obedience");
  const duties = [...new Set(view.rows.map(({ dutyKey }) => dutyKey))];
  return (
    <Section id="figures" title={t("figures", { from: formatDay(view.from), until: formatDay(view.until) })}>
      <Register
        caption={t("title")}
        className="register--counts"
        head={[
          { label: t("office") },
          ...obedienceFigures.map((figure) => ({ label: t(`figure.${figure}`), number: true })),
        ]}
      >
        {duties.map((duty) => (
          <DutyRows key={duty} {...props} rows={view.rows.filter(({ dutyKey }) => dutyKey === duty)} />
        ))}
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
                  <a className="ttl" href={`/${tenant}/tasks/${record.taskId}`}>
                    {record.title}
                  </a>
                </td>
                <td>
                  <NarrowLabel label={t("due")} />
                  {record.dueOn ? formatDay(record.dueOn) : t("noDue")}
                </td>
                <td>
                  <NarrowLabel label={t("closed")} />
                  {record.closedOn ? formatDay(record.closedOn) : t("stillOpen")}
                </td>
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
export function ObediencePage({ view, tenant, sheet }: PageProps & { sheet: SheetProps }) {
  const t = useTranslations("tasks.obedience");
  const agreements = useTranslations("agreements");
  const shell = useTranslations("shell");
  const base = `/${tenant}/agreements`;
  const here = `${base}/${view.agreementId}/obedience`;
  return (
    <>
      <PrintedHead
        office={sheet.office}
        place={sheet.place}
        day={sheet.today}
        title={t("title")}
        about={view.title}
      />
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
        <EmptyState title={t("empty")} text={t("emptyText")}>
          <a href={`/${tenant}/tasks/new`}>{t("emptyAct")}</a>
        </EmptyState>
      ) : (
        <Figures view={view} base={here} />
      )}
      <Records view={view} tenant={tenant} />
      <div className="mt-4">
        <Note tone="info" title={t("howTitle")}>
          {t("how")}
        </Note>
      </div>
      {sheet.demo ? <p className="onlyprint text-xs">{shell("demonstrationSentence")}</p> : null}
    </>
  );
}
