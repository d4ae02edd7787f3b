import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { useRuleWords } from "@/components/settings/rule-words";
import { Facts } from "@/components/ui/facts";
import { Register } from "@/components/ui/register";
import { reviseClockRuleAction } from "@/lib/petitions/actions";
import { type ClockRulePage, type ClockRuleView, clockUnits } from "@/lib/petitions/clocks/types";
import { formatInstant } from "@/lib/platform/dates/days";

function RuleForm({ rule, tenant }: { rule: ClockRuleView; tenant: string }) {
  const t = useTranslations("clocks.settings");
  return (
    <ActionForm id="clock-rule" action={reviseClockRuleAction} className="form" labelledBy="revise-title">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="key" value={rule.key} />
      <HiddenField name="version" value={String(rule.version)} />
      <RadioGroup
        name="mode"
        label={t("mode")}
        defaultValue="correct"
        choices={[
          { value: "correct", label: t("modeCorrect"), hint: t("modeCorrectHint") },
          { value: "law", label: t("modeLaw"), hint: t("modeLawHint") },
        ]}
      />
      <DateField name="from" label={t("from")} optional />
      <TextField
        name="days"
        label={t("number")}
        hint={t("daysHint")}
        optional
        width="date"
        inputMode="numeric"
        defaultValue={rule.limit === null ? "" : String(rule.limit)}
      />
      <SelectField
        name="unit"
        label={t("unit")}
        defaultValue={rule.unit}
        options={clockUnits.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
      />
      <RadioGroup
        name="movesOffDay"
        label={t("offDaysQuestion")}
        defaultValue={rule.movesOffDay ? "yes" : "no"}
        choices={[
          { value: "yes", label: t("moves") },
          { value: "no", label: t("movesNot") },
        ]}
      />
      <TextField name="basis" label={t("basis")} defaultValue={rule.basis} maxLength={300} />
      <TextArea name="reason" label={t("reason")} />
      <FormFooter>
        <SubmitButton>{t("saveRule")}</SubmitButton>
      </FormFooter>
    </ActionForm>
  );
}

/** One limit, its earlier versions, and the form that replaces it. */
export function LimitScreen({ view, tenant }: { view: ClockRulePage; tenant: string }) {
  const t = useTranslations("clocks.settings");
  const words = useRuleWords();
  const [rule] = view.versions;
  if (!rule) return null;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("limitsTitle"), href: `/${tenant}/settings/limits` }]}
        title={words.step(rule)}
        lead={words.cases(rule).join("; ") || undefined}
      />
      <Facts
        facts={[
          { label: t("limit"), value: words.limit(rule) },
          { label: t("basis"), value: rule.basis },
          { label: t("certainty"), value: t(`marks.${rule.mark}`) },
          { label: t("validity"), value: words.span(rule) },
        ]}
      />
      {view.mayRevise ? (
        <Section id="revise" title={t("reviseTitle")}>
          <p>{t("recomputed")}</p>
          <RuleForm rule={rule} tenant={tenant} />
        </Section>
      ) : null}
      <Section id="versions" title={t("versionsTitle")} count={view.versions.length}>
        <Register
          caption={t("versionsTitle")}
          head={[
            { label: t("version") },
            { label: t("limit") },
            { label: t("basis") },
            { label: t("changed") },
          ]}
        >
          <tbody>
            {view.versions.map((version) => (
              <tr key={version.version}>
                <td>{version.version}</td>
                <td>
                  {words.limit(version)}
                  <br />
                  <small>{words.span(version)}</small>
                </td>
                <td>{version.basis}</td>
                <td>
                  {formatInstant(version.changedAt)}
                  {version.enteredBy ? <>, {version.enteredBy}</> : null}
                  {version.reason ? (
                    <>
                      <br />
                      <small>{version.reason}</small>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </Register>
      </Section>
    </>
  );
}
