import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import type { AdditionView } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

/** What the sender added on line since the letter came: pages, a new address, the wish to withdraw. */
export function SenderAdditions({ additions }: { additions: readonly AdditionView[] }) {
  const t = useTranslations("petitions.additions");
  if (additions.length === 0) return null;
  return (
    <Section id="additions" title={t("title")}>
      <ul className="additions">
        {additions.map(({ id, kind, on, files, text, hasText }) => (
          <li key={id}>
            <b>{t(`kind.${kind}`)}</b>, {formatDay(on)}
            {files > 0 ? `, ${t("files", { count: files })}` : ""}
            {text === null ? null : <p className="additions__text">{text}</p>}
            {text === null && hasText ? <p className="hint">{t("sealed")}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
