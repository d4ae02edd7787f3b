import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ContradictionsNote } from "@/components/agreements/contradictions-note";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { openRoundAction } from "@/lib/agreements/actions";
import type { AgreementPageView } from "@/lib/agreements/types";

/** A page of its own, since the text cannot be changed after it. */
export function OpenRoundForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.openRound");
  const base = `/${tenant}/agreements/${view.agreementId}`;
  const contact = view.parties.find((party) => party.office.id === view.contactOfficeId);
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <ContradictionsNote view={view} base={base} />
      <ConfirmForm
        id="open-round"
        action={openRoundAction}
        hidden={{ tenant, versionId: view.version.id, revision: String(view.version.revision) }}
        text={t("text", { office: contact?.office.code ?? "" })}
        submit={t("submit")}
        back={{ href: base, label: t("back") }}
      />
    </>
  );
}
