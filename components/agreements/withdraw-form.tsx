import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ReasonForm } from "@/components/agreements/reason-form";
import { withdrawVersionAction } from "@/lib/agreements/actions";
import type { AgreementPageView } from "@/lib/agreements/types";

/** A page of its own, since it cannot be undone: what will happen, the reason, and the way back. */
export function WithdrawForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.withdraw");
  const title = t("title", {
    what: view.version.storedState === "awaiting-signatures" ? t("round") : t("draft"),
  });
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={title} crumb={title} />
      <ReasonForm
        id="withdraw"
        action={withdrawVersionAction}
        hidden={{ tenant, versionId: view.version.id }}
        text={t("text")}
        label={t("reason")}
        submit={t("submit")}
        back={{ href: `/${tenant}/agreements/${view.agreementId}`, label: t("back") }}
      />
    </>
  );
}
