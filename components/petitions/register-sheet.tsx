import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { type SheetWords, sheetCells, sheetColumns } from "@/components/petitions/register-columns";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { PrintButton } from "@/components/ui/print-button";
import { PrintedHead } from "@/components/ui/printed-head";
import type { RegisterSheetView } from "@/lib/petitions/types";
import { type Day, formatDay } from "@/lib/platform/dates/days";

/** The register as form 03/TCD prints it: thirteen columns, the oldest first, no sealed name. */
export function RegisterSheet({
  view,
  base,
  query,
  place,
  today,
  demo,
}: {
  view: RegisterSheetView;
  base: string;
  query: string;
  /** "Phú Thọ", before the day it is printed on. */
  place: string;
  today: Day;
  demo: boolean;
}) {
  const t = useTranslations("petitions");
  const shell = useTranslations("shell");
  const words: SheetWords = {
    class: (value) => t(`class.${value}`),
    kind: (value) => t(`kind.${value}`),
    sealed: t("petitioner.sealed"),
    anonymous: t("petitioner.anonymous"),
    yes: t("list.competentYes"),
  };
  const span = { from: formatDay(view.filter.from), until: formatDay(view.filter.until) };
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: `${base}?${query}` }]}
        title={t("sheet.title")}
        lead={t("sheet.lead", { office: view.office, period: t("list.fromUntil", span) })}
        act={
          <>
            <PrintButton label={t("slip.printNow")} hint={t("sheet.printHint")} />
            <LinkButton icon="save" href={`${base}/export/so-tiep-cong-dan.xlsx?${query}`}>
              {t("sheet.xlsx")}
            </LinkButton>
          </>
        }
      />
      {/* Wider than a phone on purpose, as the paper is: it scrolls by itself and can be reached by the keyboard. */}
      <section className="form13" aria-label={t("sheet.title")} tabIndex={0}>
        <PrintedHead
          office={view.office}
          place={place}
          day={today}
          title={t("sheet.title")}
          about={t("sheet.about", span)}
        />
        {view.isWhole ? null : <Note tone="due" title={t("sheet.cut")} />}
        <table>
          <caption className="sr-only">{t("sheet.title")}</caption>
          <thead>
            <tr>
              {sheetColumns.map((column) => (
                <th key={column} scope="col">
                  {t(`sheet.column.${column}`)}
                </th>
              ))}
            </tr>
            <tr aria-hidden="true">
              {sheetColumns.map((column, index) => (
                <td key={column} className="no">
                  ({index + 1})
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line, index) => (
              <tr key={line.id}>
                {sheetCells(line, index + 1, words).map((cell, at) => (
                  <td key={sheetColumns[at]} className={at === 0 || at === 6 || at === 8 ? "n" : undefined}>
                    {at === 4 ? <a href={`${base}/${line.id}`}>{cell}</a> : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {demo ? <p>{shell("demonstrationSentence")}</p> : null}
      </section>
    </>
  );
}
