import { useTranslations } from "next-intl";
import { DutyForms } from "@/components/agreements/duty-forms";
import { DutyRulesForm } from "@/components/agreements/duty-rules-form";
import type { AgreementPageView } from "@/lib/agreements/types";

/** How each duty is worked by, beside the clause that says so. */
export function WorkingRulesForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.workingRules");
  return (
    <DutyForms
      view={view}
      tenant={tenant}
      words={{ title: t("title"), lead: t("lead"), back: t("back") }}
      renderForm={(duty) => <DutyRulesForm key={duty.id} view={view} duty={duty} tenant={tenant} />}
    />
  );
}
