import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Log } from "@/components/ui/log";
import type { AgreementHistoryView } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** The history of an agreement from the chain, newest first, in words. */
export function AgreementLog({ view, tenant }: { view: AgreementHistoryView; tenant: string }) {
  const t = useTranslations("agreements");
  const words = useTranslations("agreements.events");
  const entries = view.entries.map((entry) => {
    const [time = "", date = ""] = formatInstant(entry.at).split(", ");
    const reason = typeof entry.payload["reason"] === "string" ? entry.payload["reason"] : "";
    const key = entry.name.replace("agreements.", "");
    return {
      id: entry.id,
      at: { iso: entry.at.toISOString(), time, date },
      who: entry.personName ?? words("system"),
      office: entry.officeCode ?? undefined,
      what: words.has(key as never) ? words(key as never, { reason } as never) : entry.name,
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
