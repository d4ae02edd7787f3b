import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { RadioGroup } from "@/components/forms/radio-group";
import { reviseVersionAction } from "@/lib/agreements/actions";
import type { AgreementPageView, StandingState } from "@/lib/agreements/types";

const amendable: readonly StandingState[] = ["in-force", "not-yet-in-force"];

export function ReviseForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.revise");
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <ConfirmForm
        id="revise"
        action={reviseVersionAction}
        hidden={{ tenant, versionId: view.version.id }}
        text={t("text", { number: view.version.number + 1 })}
        submit={t("submit")}
        back={{ href: `/${tenant}/agreements/${view.agreementId}`, label: t("back") }}
      >
        {amendable.includes(view.version.state) ? (
          <RadioGroup
            name="as"
            label={t("as")}
            defaultValue="amendment"
            choices={[
              { value: "amendment", label: t("amendment"), hint: t("amendmentHint") },
              { value: "whole", label: t("whole"), hint: t("wholeHint") },
            ]}
          />
        ) : null}
      </ConfirmForm>
    </>
  );
}
