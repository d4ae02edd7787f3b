import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { recordDelegationAction } from "@/lib/agreements/actions";
import { delegationKinds } from "@/lib/agreements/delegations";
import type { DelegationsView } from "@/lib/agreements/types";

/** A chief lets another of the office sign: for every agreement, or for one. */
export function RecordDelegationForm({ view, tenant }: { view: DelegationsView; tenant: string }) {
  const t = useTranslations("agreements.delegations");
  return (
    <ActionForm id="record-delegation" action={recordDelegationAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <RadioGroup
        name="kind"
        label={t("kind")}
        choices={delegationKinds.map((kind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
          hint: t(`kindHints.${kind}`),
        }))}
        defaultValue="KT"
      />
      <SelectField
        name="toPostId"
        label={t("delegate")}
        options={view.delegates.map((delegate) => ({
          value: delegate.postId,
          label: t("delegateOption", { name: delegate.name, post: delegate.title }),
        }))}
      />
      <SelectField
        name="agreementId"
        label={t("agreement")}
        hint={t("agreementHint")}
        optional
        placeholder={t("everyAgreement")}
        options={view.agreements.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField name="basis" label={t("basis")} hint={t("basisHint")} maxLength={300} />
      <DateField name="from" label={t("from")} />
      <DateField name="until" label={t("until")} />
      <FormFooter>
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormFooter>
    </ActionForm>
  );
}
