import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { NamePartyForm } from "@/components/agreements/outside/name-party-form";
import { OtherSigner } from "@/components/agreements/outside/name-signer-form";
import { useOutsideWords } from "@/components/agreements/outside/outside-words";
import { SpeakForParty } from "@/components/agreements/outside/speak-for-party";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { dropExternalPartyAction } from "@/lib/agreements/actions";
import type { ExternalStanding } from "@/lib/agreements/external/types";
import type { OutsidePageView } from "@/lib/agreements/types";

type Props = { view: OutsidePageView; tenant: string; officeId: string };

function Party({ party, view, tenant, officeId }: Props & { party: ExternalStanding }) {
  const t = useTranslations("agreements.outside");
  const words = useOutsideWords();
  const mine = party.office.id === officeId && view.may.speakOutside;
  const contact = view.contactOfficeId === officeId;
  return (
    <Section id={`outside-${party.place}`} title={party.name}>
      <Facts
        facts={[
          { label: t("signer"), value: words.signer(party) },
          { label: t("office"), value: party.office.name },
          { label: t("answer"), value: words.answer(party) },
          ...(view.round ? [{ label: t("signature"), value: words.signature(party) }] : []),
        ]}
      />
      {view.may.nameOutside ? (
        <ActionForm id={`drop-${party.place}`} action={dropExternalPartyAction}>
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="versionId" value={view.version.id} />
          <HiddenField name="revision" value={String(view.version.revision)} />
          <HiddenField name="partyId" value={party.id} />
          <SubmitButton look="quiet">{t("drop")}</SubmitButton>
        </ActionForm>
      ) : null}
      {mine ? <SpeakForParty party={party} view={view} tenant={tenant} /> : null}
      {contact || mine ? <OtherSigner party={party} view={view} tenant={tenant} /> : null}
    </Section>
  );
}

/** The organisations outside the portal that are parties: who signs for them, what they said, the way they were given. */
export function OutsidePage(props: Props) {
  const { view, tenant } = props;
  const t = useTranslations("agreements.outside");
  return (
    <>
      <AgreementHeader view={view} tenant={tenant} title={t("title")} crumb={t("title")} />
      <p className="mb-4">{t("lead")}</p>
      {view.outside.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : null}
      {view.outside.map((party) => (
        <Party key={party.id} party={party} {...props} />
      ))}
      {view.may.nameOutside ? <NamePartyForm view={view} tenant={tenant} /> : null}
    </>
  );
}
