import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { decideDayAction } from "@/lib/petitions/actions";
import { dayKinds, type LegalDayView } from "@/lib/petitions/clocks/types";
import { formatDay } from "@/lib/platform/dates/days";

/** Says of a day that it is off or worked; of one that is listed, filled with what is written of it. */
export function DayForm({ tenant, chosen }: { tenant: string; chosen: LegalDayView | null }) {
  const t = useTranslations("clocks.settings");
  return (
    <ActionForm id="legal-day" action={decideDayAction} className="form" labelledBy="decide-title">
      <HiddenField name="tenant" value={tenant} />
      <DateField name="day" label={t("day")} defaultValue={chosen ? formatDay(chosen.day) : undefined} />
      <SelectField
        name="kind"
        label={t("kind")}
        defaultValue={chosen?.kind}
        options={dayKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField name="name" label={t("name")} defaultValue={chosen?.name} maxLength={200} />
      <TextField
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        defaultValue={chosen?.source}
        maxLength={300}
      />
      <DateField
        name="decidedOn"
        label={t("decidedOn")}
        optional
        defaultValue={chosen?.decidedOn ? formatDay(chosen.decidedOn) : undefined}
      />
      <RadioGroup
        name="active"
        label={t("active")}
        defaultValue={chosen && !chosen.active ? "no" : "yes"}
        choices={[
          { value: "yes", label: t("counts") },
          { value: "no", label: t("countsNot"), hint: t("countsNotHint") },
        ]}
      />
      <FormFooter>
        <SubmitButton>{t("saveDay")}</SubmitButton>
      </FormFooter>
    </ActionForm>
  );
}
