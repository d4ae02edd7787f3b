import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/date-field";
import { renewVersionAction } from "@/lib/agreements/actions";
import type { AgreementPageView } from "@/lib/agreements/types";
import { formatDay, plusDays } from "@/lib/platform/dates/days";

/** The same text for a further term: what it takes along, from when, until when. */
export function RenewForm({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements.renew");
  const { effectiveUntil, state, number } = view.version;
  const last = effectiveUntil ? formatDay(plusDays(effectiveUntil, -1)) : "";
  const next = effectiveUntil ? formatDay(effectiveUntil) : "";
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <ConfirmForm
        id="renew"
        action={renewVersionAction}
        hidden={{ tenant, versionId: view.version.id }}
        text={
          <>
            {state === "expired" ? t("textExpired", { last }) : t("text", { last, next })}{" "}
            {t("takesAlong", { number: number + 1 })}
          </>
        }
        submit={t("submit")}
        back={{ href: `/${tenant}/agreements/${view.agreementId}`, label: t("back") }}
      >
        <DateField name="plannedUntil" label={t("until")} hint={t("untilHint")} optional />
      </ConfirmForm>
    </>
  );
}
