import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import type { HandlerView } from "@/lib/petitions/handler/types";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** Who works on a letter, in words; null for an office that does not handle it. */
export function useHandlerWords(view: Pick<PetitionPageView, "handler" | "part">): string | null {
  const t = useTranslations("petitions.handler");
  const { named, inCharge } = view.handler;
  if (view.part !== "lead") return null;
  if (named?.present) return t(named.mine ? "mine" : "value", { name: named.name, title: named.title });
  if (inCharge === null) return t("noneAtAll");
  const { name, title } = inCharge;
  return name === null ? t("noneVacant", { title }) : t("none", { name, title });
}

function Line({ change }: { change: HandlerView["changes"][number] }) {
  const t = useTranslations("petitions.handler");
  const { at, by, to, reason } = change;
  return (
    <li>
      <b>{to ? t("given", { name: to.name ?? "", title: to.title }) : t("takenAway")}</b>,{" "}
      {t("when", { at: formatInstant(at), by: by ?? "" })}
      {reason ? <p>{t("because", { reason })}</p> : null}
    </li>
  );
}

/** To whom the office gave the letter, since when, and why it changed. */
export function HandlerSection({ view, tenant }: { view: PetitionPageView; tenant: string }) {
  const t = useTranslations("petitions.handler");
  const words = useHandlerWords(view);
  const { named, changes } = view.handler;
  if (words === null) return null;
  const more = view.may.assign
    ? {
        href: `/${tenant}/petitions/${view.petitionId}/handler`,
        label: t(named ? "change" : "link"),
      }
    : undefined;
  return (
    <Section id="handler" title={t("title")} more={more}>
      {named && !named.present ? (
        <p className="mb-2">{t("gone", { name: named.name, title: named.title })}</p>
      ) : null}
      <p className="mb-2">{words}</p>
      {changes.length > 1 || changes.some(({ to }) => to === null) ? (
        <details className="more">
          <summary>{t("history")}</summary>
          <ul className="additions">
            {changes.map((change) => (
              <Line key={change.id} change={change} />
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}
