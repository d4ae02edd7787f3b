import { useTranslations } from "next-intl";
import type { ClashTexts } from "@/components/calendar/clash-texts";

/** The panel's words in the reader's language, to be handed to it as they are. */
export function useClashTexts(): ClashTexts {
  const t = useTranslations("calendar.clash");
  const weekday = useTranslations("calendar.weekday");
  return {
    title: t("title", { confirmed: "{confirmed}", holds: "{holds}" }),
    titleNear: t("titleNear"),
    busy: t("busy"),
    otherOffice: t("otherOffice"),
    confirmed: t("confirmed"),
    hold: t("hold"),
    takeable: t("takeable"),
    near: t("near"),
    slots: t("slots"),
    keep: t("keep"),
    soonest: t("soonest"),
    noHolds: t("noHolds"),
    holds: t("holds", { count: "{count}" }),
    noSlots: t("noSlots"),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => weekday(String(day) as never)),
  };
}
