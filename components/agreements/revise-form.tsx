import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { reviseVersionAction } from "@/lib/agreements/actions";
import type { AgreementPageView } from "@/lib/agreements/types";

export function ReviseForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.revise");
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <ActionForm id="revise" action={reviseVersionAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <p className="line-max mb-4">{t("text", { number: view.version.number + 1 })}</p>
        <div className="halves">
          <SubmitButton size="big">{t("submit")}</SubmitButton>
          <LinkButton size="big" href={`/${tenant}/agreements/${view.agreementId}`}>
            {t("back")}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
