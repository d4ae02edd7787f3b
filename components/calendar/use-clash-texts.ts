import { useTranslations } from "next-intl";
import type { ClashTexts } from "@/components/calendar/clash-texts";
import type { PasteTexts } from "@/components/calendar/paste-panel";
import type { SeriesTexts } from "@/components/calendar/series-panel";

/** The panel's words in the reader's language, to be handed to it as they are. */
export function useClashTexts(): ClashTexts {
  const t = useTranslations("calendar.clash");
  const weekday = useTranslations("calendar.weekday");
  return {
    titleConfirmed: t("titleConfirmed", { confirmed: "{confirmed}" }),
    titleHolds: t("titleHolds", { holds: "{holds}" }),
    titleBoth: t("titleBoth", { confirmed: "{confirmed}", holds: "{holds}" }),
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
    free: t("free"),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => weekday(String(day) as never)),
  };
}

/** The same for the list of a series. */
export function useSeriesTexts(): SeriesTexts {
  const t = useTranslations("calendar.series");
  const form = useTranslations("calendar.form");
  return {
    clash: useClashTexts(),
    title: t("clashTitle", { count: "{count}", total: "{total}" }),
    lead: t("clashLead"),
    answer: t("answer"),
    rest: t("rest", { rest: "{rest}" }),
    move: t("move"),
    what: t("what"),
    skip: t("skip"),
    own: t("own"),
    ownDay: t("ownDay"),
    ownDayHint: t("ownDayHint"),
    from: form("from"),
    until: form("until"),
    moved: t("movedClash", { when: "{when}" }),
    none: t("freeNow"),
  };
}

/** The same for the preview of pasted rows. */
export function usePasteTexts(): PasteTexts {
  const t = useTranslations("calendar.paste");
  const column = useTranslations("calendar.columns");
  return {
    clash: useClashTexts(),
    ready: t("ready", { count: "{count}" }),
    notReady: t("notReady", { count: "{count}", faults: "{faults}" }),
    row: t("row"),
    line: t("line", { line: "{line}", error: "{error}" }),
    when: column("time"),
    what: column("content"),
    chair: column("chair"),
    place: column("place"),
    lead: t("office"),
    asText: t("asText"),
    endAssumed: t("endAssumed"),
    kindGuessed: t("kindGuessed"),
    look: t("look"),
    lookAgain: t("lookAgain"),
    file: t("file", { count: "{count}" }),
  };
}
