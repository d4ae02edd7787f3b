import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConsentsCleared } from "@/components/agreements/consents-cleared";
import { EditDutyForm } from "@/components/agreements/edit-duty-form";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import type { AgreementPageView } from "@/lib/agreements/types";

/** The matrix row by row: each duty a small form of its own, so that two people never overwrite each other's rows. */
export function EditMatrixForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.editMatrix");
  const back = <LinkButton href={`/${tenant}/agreements/${view.agreementId}`}>{t("back")}</LinkButton>;
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} act={back} />
      <p className="lead">{t("lead")}</p>
      <ConsentsCleared view={view} />
      {view.matrix.map((area) => (
        <Section key={area.areaKey} id={`area-${area.areaKey}`} title={`${area.article}. ${area.title}`}>
          {area.duties.map((duty) => (
            <EditDutyForm key={duty.id} view={view} duty={duty} tenant={tenant} />
          ))}
        </Section>
      ))}
    </>
  );
}
