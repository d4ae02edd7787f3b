import { useTranslations } from "next-intl";
import { SettingsHead } from "@/components/calendar/settings/settings-head";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/link-button";
import { Register } from "@/components/ui/register";
import { removeQuorumRuleAction, setQuorumRuleAction } from "@/lib/meetings/actions";
import type { CalendarSettingsView } from "@/lib/meetings/types";

type Rule = CalendarSettingsView["quorum"][number];
type QuorumScreenProps = { view: CalendarSettingsView; tenant: string; open: string | undefined };
type FormProps = { view: CalendarSettingsView; tenant: string; rule: Rule | undefined };

const keyOf = ({ bodyKind, meetingKind }: Rule) => `${bodyKind} ${meetingKind}`;

/** Whom a rule is about: bodies of a kind by their names, and a kind of meeting. */
function useRuleWords(view: CalendarSettingsView) {
  const t = useTranslations("calendar.settings");
  return {
    bodies: ({ bodyKind }: Rule) =>
      bodyKind === "*"
        ? t("everyBody")
        : (view.bodyKinds.find(({ kind }) => kind === bodyKind)?.names.join(", ") ?? bodyKind),
    meetings: ({ meetingKind }: Rule) =>
      meetingKind === "*"
        ? t("everyMeeting")
        : (view.kinds.find(({ key }) => key === meetingKind)?.name ?? meetingKind),
    share: ({ reaches, numerator, denominator }: Rule) =>
      t(reaches ? "atLeast" : "moreThan", { numerator, denominator }),
  };
}

function WhomFields({ view }: { view: CalendarSettingsView }) {
  const t = useTranslations("calendar.settings");
  return (
    <>
      <SelectField
        name="bodyKind"
        label={t("body")}
        defaultValue="*"
        options={[
          { value: "*", label: t("everyBody") },
          ...view.bodyKinds.map(({ kind, names }) => ({ value: kind, label: names.join(", ") })),
        ]}
      />
      <SelectField
        name="meetingKind"
        label={t("meeting")}
        defaultValue="*"
        options={[
          { value: "*", label: t("everyMeeting") },
          ...view.kinds.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
    </>
  );
}

function ShareFields({ rule }: { rule: Rule | undefined }) {
  const t = useTranslations("calendar.settings");
  return (
    <>
      <RadioGroup
        name="reaches"
        label={t("reaches")}
        defaultValue={rule?.reaches === false ? "no" : "yes"}
        choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`reach.${value}`) }))}
      />
      <div className="inrow">
        <TextField
          name="numerator"
          label={t("numerator")}
          inputMode="numeric"
          width="date"
          defaultValue={String(rule?.numerator ?? 2)}
        />
        <TextField
          name="denominator"
          label={t("denominator")}
          inputMode="numeric"
          width="date"
          defaultValue={String(rule?.denominator ?? 3)}
        />
      </div>
    </>
  );
}

function QuorumForm({ view, tenant, rule }: FormProps) {
  const t = useTranslations("calendar.settings");
  const words = useRuleWords(view);
  return (
    <Section
      id="quorum"
      title={
        rule ? t("editQuorum", { body: words.bodies(rule), meeting: words.meetings(rule) }) : t("addQuorum")
      }
    >
      <ActionForm id="quorum-form" action={setQuorumRuleAction} className="form">
        <HiddenField name="tenant" value={tenant} />
        {rule ? (
          <>
            <HiddenField name="bodyKind" value={rule.bodyKind} />
            <HiddenField name="meetingKind" value={rule.meetingKind} />
          </>
        ) : (
          <WhomFields view={view} />
        )}
        <ShareFields rule={rule} />
        <TextField
          name="basis"
          label={t("basis")}
          hint={t("basisHint")}
          maxLength={300}
          defaultValue={rule?.basis}
        />
        <RadioGroup
          name="verified"
          label={t("verified")}
          defaultValue={rule?.verified ? "yes" : "no"}
          choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`checked.${value}`) }))}
        />
        <FormFooter>
          <SubmitButton>{rule ? t("save") : t("add")}</SubmitButton>
          {rule ? <LinkButton href={`/${tenant}/calendar/settings/quorum`}>{t("back")}</LinkButton> : null}
        </FormFooter>
      </ActionForm>
      {rule && keyOf(rule) !== "* *" ? (
        <ActionForm id="quorum-remove" action={removeQuorumRuleAction} className="form mt-6">
          <HiddenField name="tenant" value={tenant} />
          <HiddenField name="bodyKind" value={rule.bodyKind} />
          <HiddenField name="meetingKind" value={rule.meetingKind} />
          <p className="text-muted">{t("removeQuorumHint")}</p>
          <SubmitButton look="plain">{t("removeQuorum")}</SubmitButton>
        </ActionForm>
      ) : null}
    </Section>
  );
}

/** How many are enough, by body and meeting: the narrower rule goes before the wider. */
export function QuorumScreen({ view, tenant, open }: QuorumScreenProps) {
  const t = useTranslations("calendar.settings");
  const words = useRuleWords(view);
  const base = `/${tenant}/calendar/settings/quorum`;
  return (
    <>
      <SettingsHead tenant={tenant} part="quorum" />
      <Register
        caption={t("parts.quorum")}
        head={[
          { label: t("body") },
          { label: t("meeting") },
          { label: t("share") },
          { label: t("basis") },
          ...(view.may.setRules ? [{ label: t("act") }] : []),
        ]}
      >
        <tbody>
          {view.quorum.map((rule) => (
            <tr key={keyOf(rule)}>
              <td>{words.bodies(rule)}</td>
              <td>{words.meetings(rule)}</td>
              <td>{words.share(rule)}</td>
              <td>
                {rule.basis}
                <span className="sub">{t(`checked.${rule.verified ? "yes" : "no"}`)}</span>
              </td>
              {view.may.setRules ? (
                <td>
                  <a href={`${base}?rule=${encodeURIComponent(keyOf(rule))}#quorum`}>
                    {t("edit")}
                    <span className="sr-only">
                      {" "}
                      {words.bodies(rule)}, {words.meetings(rule)}
                    </span>
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Register>
      <p className="mt-3 text-muted">{t("quorumLead")}</p>
      {view.may.setRules ? (
        <QuorumForm view={view} tenant={tenant} rule={view.quorum.find((rule) => keyOf(rule) === open)} />
      ) : (
        <p className="text-muted">{t("byAdministrator")}</p>
      )}
    </>
  );
}
