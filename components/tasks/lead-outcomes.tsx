import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { Section } from "@/components/layout/section";
import { OfficeLabel } from "@/components/ui/office-label";
import { Why } from "@/components/ui/why";
import type { ChosenDuty, LeadOutcome } from "@/lib/tasks/types";

function useWhy(duty: ChosenDuty) {
  const t = useTranslations("tasks");
  return ({ lead, label, basis }: LeadOutcome) => ({
    title: t("why.title", { office: lead.code }),
    text: t(`why.${duty.rule}`, { office: lead.code, about: label }),
    steps: (basis ?? duty.basis) ? [{ label: t("facts.basis"), text: basis ?? duty.basis }] : [],
    quote: {
      text: duty.text,
      source: t("source", { article: duty.article, clause: duty.clause, paper: duty.paper }),
    },
  });
}

/** Who will lead: one answer, or one for each case the clause tells apart. */
export function LeadOutcomes({ duty }: { duty: ChosenDuty }) {
  const t = useTranslations("tasks.new");
  const why = useWhy(duty);
  return (
    <Section id="who" title={t("whoTitle")}>
      <ul>
        {duty.outcomes.map((outcome) => (
          <li key={outcome.value} className="notrow">
            <span>
              {outcome.label ? (
                <>
                  {outcome.label}
                  <br />
                </>
              ) : null}
              <OfficeLabel office={officeMark(outcome.lead)} part="lead" />
            </span>
            <Why side="right" {...why(outcome)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
