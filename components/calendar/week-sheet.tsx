import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { groupsOf } from "@/components/calendar/clash-list";
import { shortDay, useSheetHead, weekdayOf } from "@/components/calendar/week-words";
import type { Clash, SheetField, SheetLine, SheetMark, WeekView } from "@/lib/meetings/types";
import { type Day, formatDay } from "@/lib/platform/dates/days";
import { daysOfWeek } from "@/lib/platform/dates/times";

type WeekSheetProps = { view: WeekView; base: string; onlyChanges: boolean; issuer: ReactNode };

type Column = "chair" | "participants" | "place" | "preparing" | "serving";

const columnClass: Record<Column, string> = {
  chair: "c3",
  participants: "c4",
  place: "c5",
  preparing: "c6",
  serving: "c6",
};
const isColumn = (name: string): name is Column => name in columnClass;

const markClass: Partial<Record<SheetMark, string>> = {
  new: "mark mark--new",
  filed: "mark mark--hold",
  hold: "mark mark--hold",
  postponed: "mark mark--off",
  cancelled: "mark mark--off",
  moved: "mark mark--off",
};

function isOff({ state }: SheetLine): boolean {
  return state === "postponed" || state === "cancelled" || state === "moved";
}

function Marks({ line, clashes }: { line: SheetLine; clashes: boolean }) {
  const t = useTranslations("calendar.mark");
  const marks = line.marks.map((mark, index) => (
    <Fragment key={mark}>
      {index > 0 ? " " : null}
      <span className={markClass[mark] ?? "mark"}>{t(mark)}</span>
    </Fragment>
  ));
  return (
    <>
      {marks}
      {clashes ? <span className="mark mark--clash noprint">{t("clash")}</span> : null}
    </>
  );
}

/** A field as it is, and struck out as it was. */
function Changed({ line, field, children }: { line: SheetLine; field: SheetField; children: ReactNode }) {
  const before = line.change?.mark === "changed" ? line.change.before[field] : undefined;
  if (before === undefined) return <>{children}</>;
  return (
    <>
      {before ? <del>{before}</del> : null} <ins>{children}</ins>
    </>
  );
}

/** What lies over a line, one meeting once, by what the reader may know of it. */
function ClashLines({ clashes }: { clashes: readonly Clash[] }) {
  const t = useTranslations("calendar.sheet");
  const busy = useTranslations("calendar.clash")("busy");
  return groupsOf(clashes).map(({ key, clash, resources }) => (
    <p key={key} className="sub clashline noprint">
      {t("clash", {
        resource: resources.join(", "),
        what: clash.what ?? busy,
        time: `${clash.from}–${clash.until}`,
      })}
    </p>
  ));
}

function Content({ line, view, base }: { line: SheetLine; view: WeekView; base: string }) {
  const t = useTranslations("calendar.sheet");
  const off = isOff(line);
  const link = <a href={`${base}/meetings/${line.meetingId}`}>{line.title}</a>;
  return (
    <td className="nd">
      {off ? (
        <s>{link}</s>
      ) : (
        <Changed line={line} field="title">
          {link}
        </Changed>
      )}
      {line.restricted ? <span className="sub"> {t("restricted")}</span> : null}
      {line.notice ? <p className="sub">{t("notice", { number: line.notice })}</p> : null}
      {line.to ? (
        <p className="sub">{t("movedTo", { time: line.to.from, day: formatDay(line.to.day) })}</p>
      ) : null}
      {off && line.reason ? <p className="sub">{line.reason}</p> : null}
      <ClashLines clashes={view.clashes[line.meetingId] ?? []} />
    </td>
  );
}

function Cells({ line, view, base }: { line: SheetLine; view: WeekView; base: string }) {
  const t = useTranslations("calendar.columns");
  const cells = view.columns.map((name) => {
    if (name === "time") {
      return (
        <td key={name} className="hr">
          {isOff(line) ? (
            <s>{line.hours}</s>
          ) : (
            <Changed line={line} field="time">
              {line.hours}
            </Changed>
          )}
        </td>
      );
    }
    if (name === "content") return <Content key={name} line={line} view={view} base={base} />;
    if (!isColumn(name)) return null;
    return (
      <td key={name} className={columnClass[name]} data-h={t(name)}>
        {line[name] ? (
          <Changed line={line} field={name}>
            {line[name]}
          </Changed>
        ) : null}
      </td>
    );
  });
  return <>{cells}</>;
}

function Head({ columns }: { columns: readonly string[] }) {
  const t = useTranslations("calendar.columns");
  const classes: Record<string, string> = { day: "day", session: "ses", time: "hr", ...columnClass };
  return (
    <thead>
      <tr>
        <th scope="col" className="mk">
          <span className="sr-only">{t("change")}</span>
        </th>
        {columns.map((name) => (
          <th key={name} scope="col" className={classes[name]}>
            {t(name as never)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function DayRows({
  day,
  lines,
  view,
  base,
}: {
  day: Day;
  lines: readonly SheetLine[];
  view: WeekView;
  base: string;
}) {
  const t = useTranslations("calendar");
  const isToday = day === view.today;
  const heading = (
    <>
      {t(`weekday.${weekdayOf(day)}` as never)}
      <span>{shortDay(day)}</span>
      {isToday ? <em className="noprint">{t("today")}</em> : null}
    </>
  );
  if (lines.length === 0) {
    return (
      <tr className={isToday ? "is-today" : undefined}>
        <td className="mk">&nbsp;</td>
        <th scope="row" className="day">
          {heading}
        </th>
        <td colSpan={view.columns.length - 1} className="none">
          {t("sheet.none")}
        </td>
      </tr>
    );
  }
  const inSession = (line: SheetLine) => lines.filter((other) => other.session === line.session);
  return lines.map((line, index) => {
    const session = inSession(line);
    return (
      <tr
        key={line.meetingId}
        className={
          [isToday ? "is-today" : "", isOff(line) ? "row--off" : ""].filter(Boolean).join(" ") || undefined
        }
      >
        <td className="mk">
          <Marks line={line} clashes={(view.clashes[line.meetingId] ?? []).length > 0} />
        </td>
        {index === 0 ? (
          <th scope="rowgroup" className="day" rowSpan={lines.length}>
            {heading}
          </th>
        ) : null}
        {session[0] === line && view.columns.includes("session") ? (
          <th scope="rowgroup" className="ses" rowSpan={session.length}>
            {t(`session.${line.session}`)}
          </th>
        ) : null}
        <Cells line={line} view={view} base={base} />
      </tr>
    );
  });
}

/** The week as the paper has it: days and half-days down, the tenant's columns across, changes in the margin. */
export function WeekSheet({ view, base, onlyChanges, issuer }: WeekSheetProps) {
  const t = useTranslations("calendar.sheet");
  const head = useSheetHead(view);
  const shown = onlyChanges ? view.lines.filter((line) => line.change !== null) : view.lines;
  const days = daysOfWeek(view.monday).filter(
    (day) => !onlyChanges || shown.some((line) => line.day === day),
  );
  return (
    <section className="week" aria-labelledby="week-title">
      <div className="week__t">
        {issuer}
        <h2 id="week-title">{head.title}</h2>
        <p>{head.subject}</p>
        <p className="week__v">{head.version}</p>
      </div>
      <table>
        <caption className="sr-only">{t("caption", { week: view.week })}</caption>
        <Head columns={view.columns} />
        <tbody>
          {days.map((day) => (
            <DayRows
              key={day}
              day={day}
              lines={shown.filter((line) => line.day === day)}
              view={view}
              base={base}
            />
          ))}
        </tbody>
      </table>
      {view.signer ? (
        <div className="onlyprint week__end">
          <div>
            <b>
              <i>{t("recipients")}</i>
            </b>
            <br />
            {t("recipientsBodies")}
            <br />
            {t("recipientsOffices")}
            <br />
            {t("recipientsFile")}
          </div>
          <div className="text-center">
            <b>{view.signer.title.toLocaleUpperCase("vi")}</b>
            <br />
            <br />
            <br />
            <br />
            <b>{view.signer.name}</b>
          </div>
        </div>
      ) : null}
      {view.auditHead ? (
        <p className="onlyprint week__foot">
          {t("foot", { version: head.version, head: view.auditHead.slice(0, 16) })}
        </p>
      ) : null}
    </section>
  );
}
