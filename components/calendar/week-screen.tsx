import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { WeekSheet } from "@/components/calendar/week-sheet";
import { versionWords } from "@/components/calendar/week-words";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { MenuLink, MenuSeparator } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { PrintButton } from "@/components/ui/print-button";
import type { SheetLine, WeekView } from "@/lib/meetings/types";
import { formatDay, plusDays } from "@/lib/platform/dates/days";
import { weekOf } from "@/lib/platform/dates/times";

type WeekScreenProps = { view: WeekView; tenant: string; onlyChanges: boolean };

const changeMarks = ["new", "changed", "confirmed", "postponed", "cancelled", "moved"] as const;

/** "1 mới, 2 đổi": what there is none of is not named. */
function useChanges(lines: readonly SheetLine[]): string {
  const t = useTranslations("calendar.chips.parts");
  return changeMarks
    .map((mark) => ({ mark, count: lines.filter((line) => line.change?.mark === mark).length }))
    .filter(({ count }) => count > 0)
    .map(({ mark, count }) => t(mark, { count }))
    .join(", ");
}

function useBadge(view: WeekView) {
  const t = useTranslations("calendar.state");
  if (view.versions.length === 0) return { tone: "due", text: t("unpublished") } as const;
  if (view.shows.kind === "working") return { tone: "act", text: t("working") } as const;
  if (view.shows.version.number < view.versions.length - 1)
    return { tone: "neutral", text: t("older") } as const;
  return { tone: "done", text: t("published") } as const;
}

function WeekBar({ view, tenant, onlyChanges }: WeekScreenProps) {
  const t = useTranslations("calendar");
  const sheet = useTranslations("calendar.sheet");
  const at = (monday: string, more = "") => `/${tenant}/calendar?week=${monday}${more}`;
  const { monday, lines, shows, versions } = view;
  const [before, after] = [plusDays(monday, -7), plusDays(monday, 7)];
  const shownNumber = shows.kind === "version" ? shows.version.number : null;
  const own = shownNumber === null ? "&view=working" : `&version=${shownNumber}`;
  const changes = useChanges(lines);
  return (
    <div className="weekbar noprint">
      <nav className="acts" aria-label={t("weeks")}>
        <a href={at(before)}>‹ {t("week", { week: weekOf(before).week })}</a>
        <b>
          {formatDay(monday).slice(0, 5)} – {formatDay(plusDays(monday, 6))}
        </b>
        <a href={at(after)}>{t("week", { week: weekOf(after).week })} ›</a>
      </nav>
      <nav className="chips" aria-label={t("filter")}>
        <a className="chip" href={at(monday, own)} aria-current={onlyChanges ? undefined : "true"}>
          {t("chips.all", { count: lines.length })}
        </a>
        {changes ? (
          <a
            className="chip"
            href={at(monday, `${own}&only=changes`)}
            aria-current={onlyChanges ? "true" : undefined}
          >
            {t("chips.changes", { parts: changes })}
          </a>
        ) : null}
        {versions
          .filter((version) => version.number !== shownNumber)
          .slice(-3)
          .map((version) => (
            <a
              key={version.number}
              className="chip"
              href={at(monday, `&version=${version.number}`)}
              title={versionWords(sheet, version)}
            >
              {version.number === 0 ? t("chips.first") : t("chips.version", { number: version.number })}
            </a>
          ))}
        {shows.kind === "version" ? (
          <a className="chip" href={at(monday, "&view=working")}>
            {t("chips.working")}
          </a>
        ) : null}
      </nav>
    </div>
  );
}

/** What stands between the state of the week and the paper: unpublished changes, and whose act it is to publish. */
function Unpublished({ view, tenant }: { view: WeekView; tenant: string }) {
  const t = useTranslations("calendar.unpublished");
  const isFirst = view.versions.length === 0;
  if (!view.lead || (!isFirst && view.unpublished === 0)) return null;
  if (isFirst && view.lines.length === 0) return null;
  const text = isFirst ? t("first", { lead: view.lead.code }) : t("text", { lead: view.lead.code });
  return (
    <div className="noprint mb-4">
      <Note tone="due" title={isFirst ? t("firstTitle") : t("title", { count: view.unpublished })}>
        <p>
          {text}{" "}
          {view.shows.kind === "version" ? (
            <a href={`/${tenant}/calendar?week=${view.monday}&view=working&only=changes`}>{t("see")}</a>
          ) : null}
        </p>
      </Note>
    </div>
  );
}

/** That what is shown was adjusted since, and where the newest is. */
function Older({ view, tenant }: { view: WeekView; tenant: string }) {
  const t = useTranslations("calendar.older");
  const newest = view.versions.length - 1;
  if (view.shows.kind !== "version" || view.shows.version.number >= newest) return null;
  return (
    <div className="noprint mb-4">
      <Note tone="due" title={t("title", { number: newest })}>
        <p>
          <a href={`/${tenant}/calendar?week=${view.monday}`}>{t("see")}</a>
        </p>
      </Note>
    </div>
  );
}

/** The file of the version that is shown; of the working state the one that would be published. */
function fileName({ shows }: WeekView): string {
  return shows.kind === "version" ? `lich-tuan-${shows.version.number}` : "lich-tuan";
}

/** The official sheet of one week, with its versions and what is not published yet. */
export function WeekScreen(props: WeekScreenProps) {
  const { view, tenant } = props;
  const t = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  const mayPublishNow =
    view.mayPublish && (view.versions.length === 0 ? view.lines.length > 0 : view.unpublished > 0);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: base },
          { label: t("common"), href: base },
        ]}
        title={t("heading", { week: view.week })}
        state={useBadge(view)}
        roles={view.lead ? { lead: officeMark(view.lead), assists: view.assists.map(officeMark) } : undefined}
        act={
          <>
            {mayPublishNow ? (
              <LinkButton look="fill" href={`${base}/publish?week=${view.monday}`}>
                {view.versions.length === 0 ? t("acts.publish") : t("acts.publishAgain")}
              </LinkButton>
            ) : null}
            {view.mayFile ? (
              <LinkButton
                look={mayPublishNow ? "plain" : "fill"}
                icon="plus"
                href={`${base}/new?week=${view.monday}`}
              >
                {t("acts.file")}
              </LinkButton>
            ) : null}
            <PrintButton look="plain" label={t("acts.print")} />
          </>
        }
        menu={
          <>
            {view.mayFile ? <MenuLink href={`${base}/series`}>{t("acts.series")}</MenuLink> : null}
            {view.mayFile ? <MenuLink href={`${base}/paste`}>{t("acts.paste")}</MenuLink> : null}
            <MenuLink href={`${base}/copy?week=${view.monday}`}>{t("acts.copy")}</MenuLink>
            <MenuLink href={`${base}/free`}>{t("acts.free")}</MenuLink>
            <MenuLink href={`${base}/list?span=month&as=grid&at=${view.monday}`}>{t("acts.month")}</MenuLink>
            <MenuLink href={`${base}/list?span=month&at=${view.monday}`}>{t("acts.list")}</MenuLink>
            <MenuLink href={`${base}/invitations`}>{t("acts.invitations")}</MenuLink>
            <MenuLink href={`/${tenant}/programmes`}>{t("acts.programmes")}</MenuLink>
            <MenuLink href={`${base}/feeds`}>{t("acts.feeds")}</MenuLink>
            <MenuLink href={`${base}/settings`}>{t("acts.settings")}</MenuLink>
            <MenuSeparator />
            <MenuLink href={`${base}/files/${view.monday}/${fileName(view)}.pdf`}>{t("acts.pdf")}</MenuLink>
            <MenuLink href={`${base}/files/${view.monday}/${fileName(view)}.docx`}>{t("acts.docx")}</MenuLink>
            <MenuSeparator />
            <MenuLink href={`${base}?week=${view.today}`}>{t("acts.thisWeek")}</MenuLink>
            <MenuLink href={`${base}?week=${plusDays(view.today, 7)}`}>{t("acts.nextWeek")}</MenuLink>
          </>
        }
      />
      <Older view={view} tenant={tenant} />
      <Unpublished view={view} tenant={tenant} />
      <WeekBar {...props} />
      <WeekSheet
        view={view}
        base={base}
        onlyChanges={props.onlyChanges}
        issuer={
          view.lead ? (
            <div className="onlyprint week__org">
              <b>{view.lead.name.toLocaleUpperCase("vi")}</b>
              <br />
              {t("sheet.issuer")}
            </div>
          ) : null
        }
      />
    </>
  );
}
