import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/link-button";
import { keepExternalBodyAction } from "@/lib/petitions/actions";
import { type ExternalBodiesView, externalBodyKinds } from "@/lib/petitions/external/types";

type Props = { tenant: string } & Pick<ExternalBodiesView, "chosen" | "parents">;

/** Adds a body outside, or changes what is written of one. */
export function BodyForm({ tenant, chosen, parents }: Props) {
  const t = useTranslations("petitions.outside");
  return (
    <ActionForm id="external-body" action={keepExternalBodyAction} className="form" labelledBy="keep-title">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="bodyId" value={chosen?.id ?? ""} />
      <HiddenField name="revision" value={String(chosen?.revision ?? 0)} />
      <TextField name="name" label={t("name")} defaultValue={chosen?.name} maxLength={200} />
      <SelectField
        name="kind"
        label={t("kind")}
        width="half"
        defaultValue={chosen?.kind}
        placeholder={t("kindNone")}
        options={externalBodyKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <SelectField
        name="parentId"
        label={t("parent")}
        optional
        defaultValue={chosen?.parentId ?? ""}
        placeholder={t("parentNone")}
        options={parents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="address"
        label={t("address")}
        optional
        defaultValue={chosen?.address}
        maxLength={300}
      />
      <TextField
        name="phone"
        label={t("phone")}
        optional
        defaultValue={chosen?.phone}
        maxLength={30}
        width="half"
      />
      <TextField
        name="email"
        label={t("email")}
        hint={t("emailHint")}
        optional
        defaultValue={chosen?.email}
        maxLength={120}
      />
      {chosen ? (
        <RadioGroup
          name="active"
          label={t("use")}
          defaultValue={chosen.active ? "yes" : "no"}
          choices={[
            { value: "yes", label: t("active") },
            { value: "no", label: t("inactive"), hint: t("inactiveHint") },
          ]}
        />
      ) : null}
      <FormFooter>
        <SubmitButton>{chosen ? t("save") : t("addSubmit")}</SubmitButton>
        {chosen ? (
          <LinkButton look="quiet" href={`/${tenant}/settings/bodies`}>
            {t("cancel")}
          </LinkButton>
        ) : null}
      </FormFooter>
    </ActionForm>
  );
}
