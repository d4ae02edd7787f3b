import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ReasonForm } from "@/components/agreements/reason-form";
import { declineToSignAction } from "@/lib/agreements/actions";
import type { AgreementPageView } from "@/lib/agreements/types";

export function DeclineForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.decline");
  const here = `/${tenant}/agreements/${view.agreementId}`;
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <ReasonForm
        id="decline"
        action={declineToSignAction}
        hidden={{ tenant, versionId: view.version.id }}
        text={t("text")}
        label={t("reason")}
        submit={t("submit")}
        back={
          view.may.sign
            ? { href: `${here}/sign`, label: t("back") }
            : { href: here, label: t("backToAgreement") }
        }
      />
    </>
  );
}
