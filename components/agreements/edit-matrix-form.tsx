import { useTranslations } from "next-intl";
import { DutyForms } from "@/components/agreements/duty-forms";
import { EditDutyForm } from "@/components/agreements/edit-duty-form";
import type { AgreementPageView } from "@/lib/agreements/types";

/** The matrix row by row. */
export function EditMatrixForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.editMatrix");
  return (
    <DutyForms
      view={view}
      tenant={tenant}
      words={{ title: t("title"), lead: t("lead"), back: t("back") }}
      renderForm={(duty) => <EditDutyForm key={duty.id} view={view} duty={duty} tenant={tenant} />}
    />
  );
}
