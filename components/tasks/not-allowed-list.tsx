import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Why, type WhyContent } from "@/components/ui/why";

export type NotAllowedAct = { key: string; label: string; why: WhyContent };

/** What the acting office may not do here, each with the rule that says so. */
export function NotAllowedList({ officeCode, acts }: { officeCode: string; acts: readonly NotAllowedAct[] }) {
  const t = useTranslations("taskParts");
  if (acts.length === 0) return null;
  return (
    <Section id="not-allowed" title={t("notAllowed", { office: officeCode })}>
      <ul>
        {acts.map((act) => (
          <li key={act.key} className="notrow">
            <span>{act.label}</span>
            <Why side="right" {...act.why} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
