import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { type Fact, Facts } from "@/components/ui/facts";

export function TaskFacts({ facts }: { facts: readonly Fact[] }) {
  const t = useTranslations("taskParts");
  return (
    <Section id="facts" title={t("facts")}>
      <Facts facts={facts} />
    </Section>
  );
}
