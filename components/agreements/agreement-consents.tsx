import { useTranslations } from "next-intl";
import { ConsentPanel } from "@/components/agreements/consent-panel";
import { officeMark } from "@/components/agreements/office-mark";
import { useOutsideWords } from "@/components/agreements/outside/outside-words";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { recordConsentAction } from "@/lib/agreements/actions";
import { hasConsented } from "@/lib/agreements/external/policy";
import type { AgreementPageView } from "@/lib/agreements/types";
import { formatInstant } from "@/lib/platform/dates/days";

/** Who has consented to this text; the acting office's own consent as a form. */
export function AgreementConsents({ view, tenant }: { view: AgreementPageView; tenant: string }) {
  const t = useTranslations("agreements");
  const outsideWords = useOutsideWords();
  const parties = view.parties.map((party) => {
    const consent = view.consents.find((candidate) => candidate.partyId === party.id && candidate.current);
    return {
      key: party.id,
      office: officeMark(party.office),
      state: consent ? ("given" as const) : ("waiting" as const),
      detail: consent
        ? t("consentDetail", { name: consent.by ?? "", at: formatInstant(consent.at) })
        : undefined,
    };
  });
  const outside = view.outside.map((party) => ({
    key: party.id,
    office: { code: party.name, tint: "x" as const },
    state: hasConsented(party) ? ("given" as const) : ("waiting" as const),
    detail: outsideWords.answer(party),
  }));
  return (
    <ConsentPanel parties={[...parties, ...outside]} textHash={view.contentHash}>
      {view.may.consent ? (
        <ActionForm id="consent-form" action={recordConsentAction}>
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="versionId" value={view.version.id} />
          <HiddenField name="contentHash" value={view.contentHash} />
          <p className="mb-2 text-sm text-muted">{t("consentConsequence")}</p>
          <SubmitButton look="fill">{t("consentSubmit")}</SubmitButton>
        </ActionForm>
      ) : null}
    </ConsentPanel>
  );
}
