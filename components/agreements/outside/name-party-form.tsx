import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { nameExternalPartyAction } from "@/lib/agreements/actions";
import type { OutsidePageView } from "@/lib/agreements/types";

/** Names an organisation of the register of bodies outside as a party. */
export function NamePartyForm({ view, tenant }: { view: OutsidePageView; tenant: string }) {
  const t = useTranslations("agreements.outside");
  return (
    <Section id="name" title={t("add")}>
      <ActionForm id="name-party" action={nameExternalPartyAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="versionId" value={view.version.id} />
        <HiddenField name="revision" value={String(view.version.revision)} />
        <SelectField
          name="bodyId"
          label={t("body")}
          hint={t("bodyHint")}
          placeholder={t("choose")}
          options={view.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p className="text-sm">
          <a href={`/${tenant}/settings/bodies`}>{t("register")}</a>
        </p>
        <TextField
          name="signingTitle"
          label={t("signingTitle")}
          hint={t("signingTitleHint")}
          maxLength={200}
        />
        <TextField name="signerName" label={t("signerName")} maxLength={200} />
        <SelectField
          name="officeId"
          label={t("office")}
          hint={t("officeHint")}
          defaultValue={view.contactOfficeId}
          options={view.parties.map(({ office }) => ({ value: office.id, label: office.name }))}
        />
        <FormFooter>
          <SubmitButton>{t("addSubmit")}</SubmitButton>
        </FormFooter>
      </ActionForm>
    </Section>
  );
}
