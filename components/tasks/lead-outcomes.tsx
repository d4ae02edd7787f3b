import { useTranslations } from "next-intl";
import { officeMark } from "@/components/agreements/office-mark";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { OfficeLabel, type OfficePart } from "@/components/ui/office-label";
import { Why } from "@/components/ui/why";
import type { ChosenDuty, LeadOutcome, TaskOffice } from "@/lib/tasks/types";

function OfficeLabels({ offices, part }: { offices: readonly TaskOffice[]; part: OfficePart }) {
  const t = useTranslations("tasks.new");
  if (offices.length === 0) return <span className="text-muted">{t("nobody")}</span>;
  return offices.map((office) => (
    <span key={office.id}>
      <OfficeLabel office={officeMark(office)} part={part} />{" "}
    </span>
  ));
}

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

/** Who will lead, assist and be informed: one answer, or one for each case the clause tells apart. */
export function LeadOutcomes({ duty }: { duty: ChosenDuty }) {
  const t = useTranslations("tasks.new");
  const why = useWhy(duty);
  const facts =
    duty.rule === "fixed"
      ? duty.outcomes.flatMap((outcome) => [
          {
            label: t("lead"),
            value: (
              <>
                <OfficeLabels offices={[outcome.lead]} part="lead" /> <Why side="right" {...why(outcome)} />
              </>
            ),
          },
          { label: t("assists"), value: <OfficeLabels offices={outcome.assists} part="assist" /> },
          { label: t("informed"), value: <OfficeLabels offices={outcome.informed} part="informed" /> },
        ])
      : duty.outcomes.map((outcome) => ({
          label: outcome.label,
          value: (
            <>
              <OfficeLabels offices={[outcome.lead]} part="lead" /> <Why side="right" {...why(outcome)} />
            </>
          ),
        }));
  return (
    <Section id="who" title={t("whoTitle")}>
      <Facts facts={facts} />
    </Section>
  );
}
