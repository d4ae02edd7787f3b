import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/layout/pagination";
import { Badge } from "@/components/ui/badge";
import { NarrowLabel } from "@/components/ui/narrow-label";
import { PrintedHead } from "@/components/ui/printed-head";
import { Register } from "@/components/ui/register";
import type { NumberRegisterView, RegisteredNumber } from "@/lib/agreements/types";
import { type Day, dayAt, formatDay, formatInstant } from "@/lib/platform/dates/days";

/** What stands on paper beside the numbers: whose book it is, where and when it was printed. */
type SheetProps = { office: string; place: string; today: Day; demo: boolean };
type PageProps = { view: NumberRegisterView; tenant: string; sheet: SheetProps };

const tones = {
  open: "due",
  completed: "done",
  declined: "alarm",
  withdrawn: "alarm",
  lapsed: "alarm",
} as const;

function State({ entry }: { entry: RegisteredNumber }) {
  const t = useTranslations("agreements.register");
  const { state, round, issued, reason, endedAt, typed } = entry;
  return (
    <>
      <Badge tone={tones[round]}>{state === "void" ? t("void") : t(issued ? "issued" : round)}</Badge>
      {state === "void" ? (
        <span className="sub">
          {t("why", {
            how: t(`how.${round}`),
            day: endedAt ? formatDay(dayAt(endedAt)) : "",
            reason: reason ?? "",
          })}
        </span>
      ) : null}
      {typed ? <span className="sub">{t("typed")}</span> : null}
    </>
  );
}

function Row({ entry, tenant }: { entry: RegisteredNumber; tenant: string }) {
  const t = useTranslations("agreements.register");
  const {
    number,
    issueDate,
    abstract,
    parties,
    outside,
    takenAt,
    takenBy,
    agreementId,
    version,
    documentId,
  } = entry;
  return (
    <tr>
      <td>
        <b>{number}</b>
        {documentId ? (
          <span className="sub noprint">
            <a href={`/${tenant}/files/${documentId}`}>
              {t("file")}
              <span className="sr-only"> {number}</span>
            </a>
          </span>
        ) : null}
      </td>
      <td>
        <NarrowLabel label={t("date")} />
        {formatDay(issueDate)}
      </td>
      <td>
        <a className="ttl" href={`/${tenant}/agreements/${agreementId}`}>
          {t("about", { abstract })}
        </a>
        <span className="sub">{t("version", { version })}</span>
      </td>
      <td>
        <NarrowLabel label={t("parties")} />
        {[...parties, ...outside].map((party, index, all) => (
          <Fragment key={party}>
            <span className={index < parties.length ? "whitespace-nowrap" : undefined}>
              {party}
              {index < all.length - 1 ? "," : ""}
            </span>{" "}
          </Fragment>
        ))}
      </td>
      <td>
        <NarrowLabel label={t("taken")} />
        {takenBy ?? t("unknown")}
        <span className="sub">{formatInstant(takenAt)}</span>
      </td>
      <td>
        <NarrowLabel label={t("state")} />
        <State entry={entry} />
      </td>
    </tr>
  );
}

/** From one year's book to the next that has a number. */
function Years({ view, here }: { view: NumberRegisterView; here: string }) {
  const t = useTranslations("agreements.register");
  if (view.before === null && view.after === null) return null;
  return (
    <nav className="inrow noprint mb-4" aria-label={t("years")}>
      {view.before === null ? null : (
        <a className="btn" href={`${here}?year=${view.before}`}>
          {t("year", { year: view.before })}
        </a>
      )}
      {view.after === null ? null : (
        <a className="btn" href={`${here}?year=${view.after}`}>
          {t("year", { year: view.after })}
        </a>
      )}
    </nav>
  );
}

/** The office's book of the numbers of agreements, a year at a time, as it stands on paper. */
export function NumberRegister({ view, tenant, sheet }: PageProps) {
  const t = useTranslations("agreements.register");
  const agreements = useTranslations("agreements");
  const shell = useTranslations("shell");
  const base = `/${tenant}/agreements`;
  const here = `${base}/register`;
  const { year, entries, next, first } = view;
  const title = t("titleYear", { year });
  return (
    <>
      <PrintedHead
        office={sheet.office}
        place={sheet.place}
        day={sheet.today}
        title={t("title")}
        about={t("year", { year })}
      />
      <PageHeader
        breadcrumbs={[{ label: agreements("title"), href: base }, { label: t("title") }]}
        title={title}
        lead={t("lead", { office: sheet.office })}
      />
      <Years view={view} here={here} />
      {entries.length === 0 ? (
        <EmptyState title={t("empty", { year })} text={t("emptyText")}>
          <a href={first ? base : `${here}?year=${year}`}>{first ? t("back") : t("fromStart")}</a>
        </EmptyState>
      ) : (
        <Register
          caption={title}
          className="register--numbers"
          head={[
            { label: t("number") },
            { label: t("date") },
            { label: t("paper") },
            { label: t("parties") },
            { label: t("taken") },
            { label: t("state") },
          ]}
        >
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.number} entry={entry} tenant={tenant} />
            ))}
          </tbody>
        </Register>
      )}
      <Pagination
        firstHref={first ? undefined : `${here}?year=${year}`}
        nextHref={next === null ? undefined : `${here}?year=${year}&after=${next}`}
      />
      {sheet.demo ? <p className="onlyprint text-xs">{shell("demonstrationSentence")}</p> : null}
    </>
  );
}
