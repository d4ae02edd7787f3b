import { useTranslations } from "next-intl";
import { SettingsHead } from "@/components/calendar/settings/settings-head";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import { Register } from "@/components/ui/register";
import { addKindAction, editKindAction, removeKindAction } from "@/lib/meetings/actions";
import type { CalendarSettingsView } from "@/lib/meetings/types";

type Kind = CalendarSettingsView["kinds"][number];
type KindsScreenProps = { view: CalendarSettingsView; tenant: string; open: string | undefined };

function KindForm({
  view,
  tenant,
  kind,
}: {
  view: CalendarSettingsView;
  tenant: string;
  kind: Kind | undefined;
}) {
  const t = useTranslations("calendar.settings");
  return (
    <Section id="kind" title={kind ? t("editKind", { name: kind.name }) : t("addKind")}>
      <ActionForm id="kind-form" action={kind ? editKindAction : addKindAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        {kind ? <HiddenField name="kindKey" value={kind.key} /> : null}
        <TextField name="name" label={t("name")} maxLength={120} defaultValue={kind?.name} />
        <TextField
          name="rank"
          label={t("rank")}
          hint={t("rankHint")}
          inputMode="numeric"
          width="date"
          defaultValue={String(kind?.rank ?? 90)}
        />
        <SelectField
          name="dutyKey"
          label={t("duty")}
          hint={t("dutyHint")}
          placeholder={t("noDuty")}
          optional
          defaultValue={kind?.dutyKey ?? undefined}
          options={view.duties.map((duty) => ({
            value: duty.dutyKey,
            label: t("dutyOption", { article: duty.article, clause: duty.clause, text: duty.shortText }),
          }))}
        />
        <FormFooter>
          <SubmitButton>{kind ? t("save") : t("add")}</SubmitButton>
          {kind ? <LinkButton href={`/${tenant}/calendar/settings/kinds`}>{t("back")}</LinkButton> : null}
        </FormFooter>
      </ActionForm>
      {kind && !kind.builtIn ? (
        <ActionForm id="kind-remove" action={removeKindAction} className="form mt-6">
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="kindKey" value={kind.key} />
          <p className="text-muted">{t("removeHint")}</p>
          <SubmitButton look="plain">{t("removeKind")}</SubmitButton>
        </ActionForm>
      ) : null}
    </Section>
  );
}

/** The kinds of meetings with their rank; an administrator adds the tenant's own, renames and ranks all. */
export function KindsScreen({ view, tenant, open }: KindsScreenProps) {
  const t = useTranslations("calendar.settings");
  const base = `/${tenant}/calendar/settings/kinds`;
  const kind = view.kinds.find((each) => each.key === open);
  const dutyOf = ({ dutyKey }: Kind) => view.duties.find((duty) => duty.dutyKey === dutyKey)?.shortText ?? "";
  return (
    <>
      <SettingsHead tenant={tenant} part="kinds" />
      <Register
        caption={t("parts.kinds")}
        head={[
          { label: t("name") },
          { label: t("rank") },
          { label: t("duty") },
          { label: t("origin") },
          ...(view.may.kinds ? [{ label: t("act") }] : []),
        ]}
      >
        <tbody>
          {view.kinds.map((each) => (
            <tr key={each.key}>
              <td>{each.name}</td>
              <td>{t("rankOf", { rank: each.rank })}</td>
              <td>{dutyOf(each)}</td>
              <td>{each.builtIn ? t("standard") : t("own")}</td>
              {view.may.kinds ? (
                <td>
                  <a href={`${base}?kind=${each.key}#kind`}>
                    {t("edit")}
                    <span className="sr-only"> {each.name}</span>
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Register>
      {view.may.kinds ? (
        <KindForm view={view} tenant={tenant} kind={kind} />
      ) : (
        <p className="text-muted">{t("byAdministrator")}</p>
      )}
    </>
  );
}
