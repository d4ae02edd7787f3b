import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { DayForm } from "@/components/settings/day-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Badge } from "@/components/ui/badge";
import { Register } from "@/components/ui/register";
import { Tabs } from "@/components/ui/tabs";
import type { LegalDaysView, LegalDayView } from "@/lib/petitions/clocks/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

function useWeekday() {
  const t = useTranslations("clocks.settings.weekdays");
  return (day: string) => t(String(new Date(`${day}T00:00:00Z`).getUTCDay()) as "0");
}

function Source({ day }: { day: LegalDayView }) {
  const t = useTranslations("clocks.settings");
  return (
    <>
      {day.source}
      {day.decidedOn ? <>, {t("decided", { day: formatDay(day.decidedOn) })}</> : null}
      <br />
      <small>
        {t(`marks.${day.mark}`)}
        {day.enteredBy ? (
          <>, {t("entered", { name: day.enteredBy, at: formatInstant(day.changedAt) })}</>
        ) : null}
      </small>
    </>
  );
}

function DayRow({ day, tenant, mayDecide }: { day: LegalDayView; tenant: string; mayDecide: boolean }) {
  const t = useTranslations("clocks.settings");
  const weekday = useWeekday();
  return (
    <tr>
      <td className="date">
        {formatDay(day.day)}
        <br />
        <small>{weekday(day.day)}</small>
      </td>
      <td>
        {day.name}
        <br />
        <small>{t(`kinds.${day.kind}`)}</small>
      </td>
      <td>{day.active ? <Badge>{t("counts")}</Badge> : <Badge tone="due">{t("countsNot")}</Badge>}</td>
      <td>
        <Source day={day} />
      </td>
      {mayDecide ? (
        <td>
          <a href={`/${tenant}/settings/days?day=${day.day}#decide`}>
            {t("change")}
            <span className="sr-only"> {formatDay(day.day)}</span>
          </a>
        </td>
      ) : null}
    </tr>
  );
}

/** Days off and days worked in exchange of one year, each with the document that says so. */
export function DaysScreen({ view, tenant }: { view: LegalDaysView; tenant: string }) {
  const t = useTranslations("clocks.settings");
  const heads = [t("day"), t("name"), t("active"), t("source"), ...(view.mayDecide ? [t("act")] : [])];
  return (
    <>
      <SettingsHeader tenant={tenant} current="days" />
      <Section id="days" title={t("daysOf", { year: String(view.year) })} count={view.days.length}>
        <Tabs
          label={t("years")}
          tabs={view.years.map((year) => ({
            label: String(year),
            href: `/${tenant}/settings/days?year=${year}`,
            current: year === view.year,
          }))}
        />
        <Register caption={t("daysOf", { year: String(view.year) })} head={heads.map((label) => ({ label }))}>
          <tbody>
            {view.days.map((day) => (
              <DayRow key={day.day} day={day} tenant={tenant} mayDecide={view.mayDecide} />
            ))}
          </tbody>
        </Register>
      </Section>
      {view.mayDecide ? (
        <Section
          id="decide"
          title={view.chosen ? t("changeDay", { day: formatDay(view.chosen.day) }) : t("addDay")}
        >
          <p>{t("recomputed")}</p>
          <DayForm tenant={tenant} chosen={view.chosen} />
        </Section>
      ) : null}
    </>
  );
}
