import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import type { PetitionPageView } from "@/lib/petitions/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** What was corrected since the letter came, and when it was opened again: who, when, why, and the words that stood before. */
export function ChangesSection({ changes }: Pick<PetitionPageView, "changes">) {
  const t = useTranslations("petitions.changes");
  const fields = useTranslations("petitions.changes.fields");
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title={t("title")}>
      <ul className="additions">
        {changes.map(({ id, kind, at, by, office, reason, before, fields: changed }) => (
          <li key={id}>
            <b>{t(`kind.${kind}`)}</b>, {formatInstant(at)}, {by ?? ""} ({office})
            {reason ? <p>{t("because", { reason })}</p> : null}
            {before ? (
              <Facts
                facts={before.map(({ field, text }) => ({
                  label: t("before", { field: fields(field) }),
                  value: text || t("blank"),
                }))}
              />
            ) : null}
            {before === null && changed.length > 0 ? (
              <p className="hint">
                {t("sealed", {
                  fields: changed.map((field) => fields(field).toLocaleLowerCase("vi")).join(", "),
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
