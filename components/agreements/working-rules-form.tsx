import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConsentsCleared } from "@/components/agreements/consents-cleared";
import { DutyRulesForm } from "@/components/agreements/duty-rules-form";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import type { AgreementPageView } from "@/lib/agreements/types";

/** How each duty is worked by, beside the clause that says so: each a small form of its own, as in the matrix. */
export function WorkingRulesForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.workingRules");
  const back = <LinkButton href={`/${tenant}/agreements/${view.agreementId}`}>{t("back")}</LinkButton>;
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} act={back} />
      <p className="lead">{t("lead")}</p>
      <ConsentsCleared view={view} />
      {view.matrix.map((area) => (
        <Section key={area.areaKey} id={`area-${area.areaKey}`} title={`${area.article}. ${area.title}`}>
          {area.duties.map((duty) => (
            <DutyRulesForm key={duty.id} view={view} duty={duty} tenant={tenant} />
          ))}
        </Section>
      ))}
    </>
  );
}
