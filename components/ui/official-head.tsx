import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Day, formatDay } from "@/lib/platform/dates/days";

export type OfficialHeadProps = {
  /** Whose paper it is. */
  office: string;
  /** "Phú Thọ", before the day. */
  place: string;
  day: Day;
  /** The number of the paper, under whose it is. */
  number?: ReactNode;
};

/** The head of an official paper: whose it is, which nation, where and when (Nghị định 30/2020/NĐ-CP, annex I). */
export function OfficialHead({ office, place, day, number }: OfficialHeadProps) {
  const t = useTranslations("ui.officialHead");
  const [date = "", month = "", year = ""] = formatDay(day).split("/");
  return (
    <div className="official">
      <p>
        <b>{office.toLocaleUpperCase("vi")}</b>
        {number}
      </p>
      <p>
        <b>{t("nation")}</b>
        <b>{t("motto")}</b>
        <i>{t("day", { place, day: date, month, year })}</i>
      </p>
    </div>
  );
}
