import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Log } from "@/components/ui/log";
import type { AgreementHistoryView } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** That all have signed is nobody's act: it follows from the last signature. */
function completed(eventName: string): boolean {
  return eventName === "agreements.signed";
}

/** How an act was done, where the event says it: with which key, by a link, or by an office for a party outside. */
const ways = ["portal-key", "own-certificate", "signed-elsewhere", "link", "office"] as const;

/** The history of an agreement from the chain, newest first, in words. */
export function AgreementLog({ view, tenant }: { view: AgreementHistoryView; tenant: string }) {
  const t = useTranslations("agreements");
  const words = useTranslations("agreements.events");
  const entries = view.entries.map((entry) => {
    const [time = "", date = ""] = formatInstant(entry.at).split(", ");
    const reason = typeof entry.payload["reason"] === "string" ? entry.payload["reason"] : "";
    const key = entry.name.replace("agreements.", "");
    // Before `via` was written, a signature said its method unless it was made with a key of the portal.
    const said = entry.payload["via"] ?? entry.payload["method"];
    const via = ways.find((way) => way === said);
    const byLink = via === "link" ? words("outside") : words("system");
    const what = words.has(key as never) ? words(key as never, { reason } as never) : words("other");
    return {
      id: entry.id,
      at: { iso: entry.at.toISOString(), time, date },
      who: completed(entry.name) ? words("system") : (entry.personName ?? byLink),
      office: completed(entry.name) ? undefined : (entry.officeCode ?? undefined),
      what: via ? `${what}, ${t(`via.${via}`)}` : what,
    };
  });
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: `/${tenant}/agreements` },
          { label: view.title, href: `/${tenant}/agreements/${view.agreementId}` },
          { label: t("log.title") },
        ]}
        title={t("log.title")}
      />
      <Log entries={entries} />
    </>
  );
}
