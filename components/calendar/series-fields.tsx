import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { TextField } from "@/components/forms/text-field";
import { repeats } from "@/lib/meetings/types";

/** How a meeting repeats: on what, how often, until when, and when not. */
export function SeriesFields() {
  const t = useTranslations("calendar.series");
  return (
    <>
      <RadioGroup
        name="repeat"
        label={t("repeat")}
        defaultValue="weekly"
        choices={repeats.map((value) => ({ value, label: t(`repeats.${value}`) }))}
      />
      <div className="inrow">
        <TextField
          name="every"
          label={t("every")}
          hint={t("everyHint")}
          width="date"
          inputMode="numeric"
          defaultValue="1"
          autoComplete="off"
        />
        <DateField name="lastDay" label={t("lastDay")} hint={t("lastDayHint")} optional="unsaid" />
        <TextField
          name="times"
          label={t("times")}
          hint={t("timesHint")}
          optional="unsaid"
          width="date"
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <TextField
        name="except"
        label={t("except")}
        hint={t("exceptHint")}
        optional="unsaid"
        maxLength={1000}
        autoComplete="off"
      />
    </>
  );
}
