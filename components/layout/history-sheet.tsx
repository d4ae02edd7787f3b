import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Log } from "@/components/ui/log";
import { Sheet } from "@/components/ui/sheet";
import { formatInstant } from "@/lib/platform/dates/days";

type Entry = { id: string; at: Date; personName: string | null; officeCode: string | null };

type HistorySheetProps<Of extends Entry> = {
  entries: readonly Of[];
  words: (entry: Of) => ReactNode;
  closeHref: string;
};

/** The history of one thing as a side sheet over its page. */
export function HistorySheet<Of extends Entry>({ entries, words, closeHref }: HistorySheetProps<Of>) {
  const t = useTranslations("history");
  const lines = entries.map((entry) => {
    const [time = "", date = ""] = formatInstant(entry.at).split(", ");
    return {
      id: entry.id,
      at: { iso: entry.at.toISOString(), time, date },
      who: entry.personName ?? undefined,
      office: entry.officeCode ?? undefined,
      what: words(entry),
    };
  });
  return (
    <Sheet id="log" title={t("title")} closeHref={closeHref} open>
      {lines.length > 0 ? <Log entries={lines} /> : <p>{t("empty")}</p>}
    </Sheet>
  );
}
