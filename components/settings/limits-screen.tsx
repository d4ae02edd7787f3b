import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { Section } from "@/components/layout/section";
import { useRuleWords } from "@/components/settings/rule-words";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Log } from "@/components/ui/log";
import { Register } from "@/components/ui/register";
import { chooseOffDaysAction } from "@/lib/petitions/actions";
import type { CalendarChange, ClockRulesView, ClockRuleView } from "@/lib/petitions/clocks/types";
import { formatDay, formatInstant } from "@/lib/platform/dates/days";

function RuleRow({
  rule,
  tenant,
  words,
}: {
  rule: ClockRuleView;
  tenant: string;
  words: ReturnType<typeof useRuleWords>;
}) {
  const t = useTranslations("clocks.settings");
  const cases = words.cases(rule);
  return (
    <tr>
      <td>
        <a href={`/${tenant}/settings/limits/${encodeURIComponent(rule.key)}`}>{words.step(rule)}</a>
        {cases.length > 0 ? (
          <>
            <br />
            <small>{cases.join("; ")}</small>
          </>
        ) : null}
      </td>
      <td>{words.limit(rule)}</td>
      <td>
        {rule.basis}
        <br />
        <small>{t(`marks.${rule.mark}`)}</small>
      </td>
      <td>{words.span(rule)}</td>
    </tr>
  );
}

function OffDays({ view, tenant }: { view: ClockRulesView; tenant: string }) {
  const t = useTranslations("clocks.settings");
  if (!view.mayChoose) return <p>{t(view.movesOffDay ? "moves" : "movesNot")}</p>;
  return (
    <ActionForm id="off-days" action={chooseOffDaysAction} className="form">
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="revision" value={String(view.revision)} />
      <RadioGroup
        name="movesOffDay"
        label={t("offDaysQuestion")}
        defaultValue={view.movesOffDay ? "yes" : "no"}
        choices={[
          { value: "yes", label: t("moves") },
          { value: "no", label: t("movesNot") },
        ]}
      />
      <FormFooter>
        <SubmitButton>{t("saveOffDays")}</SubmitButton>
      </FormFooter>
    </ActionForm>
  );
}

function useChangeWords() {
  const t = useTranslations("clocks.settings.changes");
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return ({ name, payload }: CalendarChange): string => {
    if (name === "petitions.dayDecided") {
      const day = text(payload.day);
      const values = {
        day: day === "" ? "" : formatDay(day),
        name: text(payload.name),
        source: text(payload.source),
      };
      return t(payload.active === true ? "day" : "dayInactive", values);
    }
    if (name === "petitions.clockRuleRevised") {
      return t("rule", { key: text(payload.key), reason: text(payload.reason) });
    }
    return t(payload.movesOffDay === true ? "moves" : "movesNot");
  };
}

function Changes({ changes }: { changes: readonly CalendarChange[] }) {
  const t = useTranslations("clocks.settings");
  const words = useChangeWords();
  if (changes.length === 0) return <p>{t("noChange")}</p>;
  return (
    <Log
      entries={changes.map((change) => {
        const [time = "", date = ""] = formatInstant(change.at).split(", ");
        return {
          id: change.id,
          at: { iso: change.at.toISOString(), time, date },
          who: change.personName ?? undefined,
          office: change.officeCode ?? undefined,
          what: words(change),
        };
      })}
    />
  );
}

/** The limits of the law as the portal reckons with them, and what was changed of them. */
export function LimitsScreen({ view, tenant }: { view: ClockRulesView; tenant: string }) {
  const t = useTranslations("clocks.settings");
  const words = useRuleWords();
  return (
    <>
      <SettingsHeader tenant={tenant} current="limits" />
      <Section id="limits" title={t("limitsTitle")} count={view.rules.length}>
        <Register
          caption={t("limitsTitle")}
          head={[
            { label: t("step") },
            { label: t("limit") },
            { label: t("basis") },
            { label: t("validity") },
          ]}
        >
          <tbody>
            {view.rules.map((rule) => (
              <RuleRow key={rule.key} rule={rule} tenant={tenant} words={words} />
            ))}
          </tbody>
        </Register>
      </Section>
      <Section id="off-days-section" title={t("offDaysTitle")}>
        <OffDays view={view} tenant={tenant} />
      </Section>
      <Section id="changes" title={t("changesTitle")}>
        <Changes changes={view.changes} />
      </Section>
    </>
  );
}
