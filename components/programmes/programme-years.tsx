import { useTranslations } from "next-intl";

/** The year that is shown, with the one before and the one after. */
export function ProgrammeYears({ year, address }: { year: number; address: string }) {
  const t = useTranslations("programmes");
  return (
    <div className="weekbar noprint mt-4">
      <nav className="acts" aria-label={t("years")}>
        <a href={`${address}?year=${year - 1}`}>‹ {t("yearOf", { year: String(year - 1) })}</a>
        <b>{t("yearOf", { year: String(year) })}</b>
        <a href={`${address}?year=${year + 1}`}>{t("yearOf", { year: String(year + 1) })} ›</a>
      </nav>
    </div>
  );
}
