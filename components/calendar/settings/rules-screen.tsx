import { useTranslations } from "next-intl";
import { SettingsHead } from "@/components/calendar/settings/settings-head";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Facts } from "@/components/ui/facts";
import { setCalendarRulesAction } from "@/lib/meetings/actions";
import type { CalendarSettingsView } from "@/lib/meetings/types";

type Rules = CalendarSettingsView["rules"];
type RulesScreenProps = { view: CalendarSettingsView; tenant: string };

const two = (value: number) => String(value).padStart(2, "0");

function clock(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function useWeekdays(): readonly { value: string; label: string }[] {
  const t = useTranslations("calendar.weekday");
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t(String(day) as never) }));
}

function useColumnNames() {
  const t = useTranslations("calendar.columns");
  return (columns: readonly string[]) => columns.map((column) => t(column as never)).join(" · ");
}

function Readable({ rules }: { rules: Rules }) {
  const t = useTranslations("calendar.settings");
  const weekdays = useWeekdays();
  const names = useColumnNames();
  return (
    <>
      <Facts
        facts={[
          { label: t("morning"), value: `${clock(rules.morningFrom)}–${clock(rules.morningUntil)}` },
          { label: t("afternoon"), value: `${clock(rules.afternoonFrom)}–${clock(rules.afternoonUntil)}` },
          {
            label: t("exchangeWeekday"),
            value: weekdays.find((day) => day.value === String(rules.exchangeWeekday))?.label ?? "",
          },
          { label: t("travelMinutes"), value: t("minutes", { count: rules.travelMinutes }) },
          { label: t("holdDays"), value: t("days", { count: rules.holdDays }) },
          { label: t("columns"), value: names(rules.sheetColumns) },
        ]}
      />
      <p className="text-muted">{t("byAdministrator")}</p>
    </>
  );
}

function Hours({ rules }: { rules: Rules }) {
  const t = useTranslations("calendar.settings");
  const fields = ["morningFrom", "morningUntil", "afternoonFrom", "afternoonUntil"] as const;
  return (
    <fieldset className="my-4">
      <legend className="mb-2 font-semibold">{t("hours")}</legend>
      <div className="inrow">
        {fields.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            width="date"
            autoComplete="off"
            defaultValue={clock(rules[name])}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Layout({ view }: { view: CalendarSettingsView }) {
  const t = useTranslations("calendar.settings");
  const column = useTranslations("calendar.columns");
  const names = useColumnNames();
  return (
    <>
      <RadioGroup
        name="layout"
        label={t("columns")}
        defaultValue={view.layout}
        choices={[
          ...view.layouts.map(({ key, columns }) => ({
            value: key,
            label: t(`layouts.${key}`),
            hint: names(columns),
          })),
          { value: "own", label: t("layouts.own"), hint: t("layouts.ownHint") },
        ]}
      />
      <CheckboxGroup
        name="columns"
        label={t("ownColumns")}
        optional
        defaultValues={view.rules.sheetColumns}
        choices={view.columns.map((name) => ({ value: name, label: column(name) }))}
      />
    </>
  );
}

/** Working hours, the day of exchange, travel, holds and the sheet's columns: read by everybody, set by an administrator. */
export function RulesScreen({ view, tenant }: RulesScreenProps) {
  const t = useTranslations("calendar.settings");
  const weekdays = useWeekdays();
  const { rules } = view;
  return (
    <>
      <SettingsHead tenant={tenant} part="rules" />
      {view.may.setRules ? (
        <ActionForm id="calendar-rules" action={setCalendarRulesAction} className="form">
          <HiddenField name="tenant" value={tenant} />
          <Hours rules={rules} />
          <SelectField
            name="exchangeWeekday"
            label={t("exchangeWeekday")}
            hint={t("exchangeHint")}
            width="half"
            options={weekdays}
            defaultValue={String(rules.exchangeWeekday)}
          />
          <div className="inrow">
            <TextField
              name="travelMinutes"
              label={t("travelMinutes")}
              hint={t("travelHint")}
              inputMode="numeric"
              width="date"
              defaultValue={String(rules.travelMinutes)}
            />
            <TextField
              name="holdDays"
              label={t("holdDays")}
              hint={t("holdHint")}
              inputMode="numeric"
              width="date"
              defaultValue={String(rules.holdDays)}
            />
          </div>
          <Layout view={view} />
          <FormFooter>
            <SubmitButton>{t("save")}</SubmitButton>
          </FormFooter>
        </ActionForm>
      ) : (
        <Readable rules={rules} />
      )}
    </>
  );
}
