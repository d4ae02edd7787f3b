import { useTranslations } from "next-intl";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { ContradictionsNote } from "@/components/agreements/contradictions-note";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { openRoundAction } from "@/lib/agreements/actions";
import { signingOrders } from "@/lib/agreements/turns";
import type { AgreementPageView } from "@/lib/agreements/types";

/** A page of its own, since the text cannot be changed after it, nor the order in which it is signed. */
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
      >
        <TextField
          name="number"
          label={t("number")}
          hint={t("numberHint", { office: contact?.office.code ?? "" })}
          inputMode="numeric"
          maxLength={5}
          optional
        />
        <RadioGroup
          name="order"
          label={t("order")}
          choices={signingOrders.map((order) => ({
            value: order,
            label: t(`orders.${order}`),
            hint: t(`orderHints.${order}`),
          }))}
          defaultValue="parallel"
        />
        <SignerSteps parties={view.parties} />
        <SignersFor view={view} />
      </ConfirmForm>
    </>
  );
}

/** For a party whose chief lets another sign: who does, named on the paper before anybody signs. */
function SignersFor({ view: { parties, delegations } }: { view: AgreementPageView }) {
  const t = useTranslations("agreements.openRound");
  return parties.flatMap((party) => {
    const own = delegations.filter(({ partyId }) => partyId === party.id);
    if (own.length === 0) return [];
    const options = own.map(({ delegationId, kind, postTitle, personName }) => ({
      value: delegationId,
      label: t("signerFor", { kind, name: personName, post: postTitle }),
    }));
    return [
      <SelectField
        key={party.id}
        name={`signers.${party.id}`}
        label={t("signer", { office: party.office.code })}
        optional
        placeholder={t("signerSelf", { name: party.signer?.name ?? "", post: party.signingPostTitle })}
        options={options}
      />,
    ];
  });
}

/** One list for each party; where all sign at once nobody reads them. */
function SignerSteps({ parties }: Pick<AgreementPageView, "parties">) {
  const t = useTranslations("agreements.openRound");
  const options = parties.map((_, index) => ({
    value: String(index + 1),
    label: t("step", { step: index + 1 }),
  }));
  return (
    <fieldset className="field">
      <legend className="label">{t("steps")}</legend>
      <p className="hint">{t("stepsHint")}</p>
      <div className="steps">
        {parties.map((party, index) => (
          <SelectField
            key={party.id}
            name={`steps.${party.id}`}
            label={party.office.code}
            options={options}
            defaultValue={String(index + 1)}
          />
        ))}
      </div>
    </fieldset>
  );
}
