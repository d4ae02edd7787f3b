import { useTranslations } from "next-intl";
import { ChosenTime } from "@/components/calendar/chosen-time";
import { ClashPanel } from "@/components/calendar/clash-panel";
import { LeaderPicks } from "@/components/calendar/leader-picks";
import { useKindName } from "@/components/calendar/meeting-words";
import { RoomField } from "@/components/calendar/room-field";
import { type Scoped, ScopeField } from "@/components/calendar/scope-field";
import { SeriesFields } from "@/components/calendar/series-fields";
import { SeriesPanel } from "@/components/calendar/series-panel";
import { useClashTexts, useSeriesTexts } from "@/components/calendar/use-clash-texts";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { DateField } from "@/components/forms/date-field";
import { FormFooter } from "@/components/forms/form-footer";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { LinkButton } from "@/components/ui/link-button";
import type { MeetingContent, MeetingOptions } from "@/lib/meetings/types";
import { kindChoice, kindChoices, kindWithVariants } from "@/lib/meetings/variants";
import { formatDay } from "@/lib/platform/dates/days";
import type { FormAction } from "@/lib/platform/forms/form-state";

export type MeetingFormMode = "file" | "series" | "edit" | "change";

type MeetingFormProps = {
  mode: MeetingFormMode;
  action: FormAction;
  known: Readonly<Record<string, string>>;
  options: MeetingOptions;
  /** What the fields begin with; a copy of another meeting, or the meeting itself. */
  start: Partial<MeetingContent>;
  back: string;
  /** The series it is one of, and how many that come after it would go the same way. */
  scoped?: Scoped | null | undefined;
};

function WhenFields({ start, label }: { start: Partial<MeetingContent>; label?: string | undefined }) {
  const t = useTranslations("calendar.form");
  return (
    <ChosenTime>
      <div className="inrow">
        <DateField
          name="day"
          label={label ?? t("day")}
          hint={t("dayHint")}
          defaultValue={start.day ? formatDay(start.day) : undefined}
        />
        <TextField
          name="from"
          label={t("from")}
          hint={t("timeHint")}
          width="date"
          defaultValue={start.from}
          autoComplete="off"
        />
        <TextField
          name="until"
          label={t("until")}
          hint={t("timeHint")}
          width="date"
          defaultValue={start.until}
          autoComplete="off"
        />
      </div>
    </ChosenTime>
  );
}

type PartProps = { options: MeetingOptions; start: Partial<MeetingContent> };

function PlaceFields({ options, start }: PartProps) {
  const t = useTranslations("calendar.form");
  return (
    <div className="inrow">
      <RoomField options={options} start={start} />
      <TextField
        name="placeText"
        label={t("place")}
        optional="unsaid"
        width="half"
        maxLength={200}
        defaultValue={start.placeText ?? undefined}
      />
    </div>
  );
}

function KitFields({ options, start }: PartProps) {
  const t = useTranslations("calendar.form");
  if (options.kits.length === 0) return null;
  return (
    <CheckboxGroup
      name="kitIds"
      label={t("kits")}
      hint={t("kitsHint")}
      optional="unsaid"
      defaultValues={(start.kits ?? []).map((kit) => kit.id)}
      choices={options.kits.map((kit) => ({
        value: kit.id,
        label: kit.office ? `${kit.name} (${kit.office})` : kit.name,
      }))}
    />
  );
}

function ChairFields({ options, start }: PartProps) {
  const t = useTranslations("calendar.form");
  return (
    <div className="inrow">
      <SelectField
        name="chairPostId"
        label={t("chair")}
        placeholder={t("chairOther")}
        width="half"
        optional="unsaid"
        defaultValue={start.chairPostId ?? undefined}
        options={options.leaders.map((leader) => ({
          value: leader.postId,
          label: `${leader.title} ${leader.name}`,
        }))}
      />
      <TextField
        name="chairText"
        label={t("chairText")}
        optional="unsaid"
        width="half"
        maxLength={200}
        defaultValue={start.chairText ?? undefined}
      />
    </div>
  );
}

function LeaderFields({ options, start }: PartProps) {
  const t = useTranslations("calendar.form");
  return (
    <LeaderPicks
      name="leaderPostIds"
      label={t("leaders")}
      hint={t("leadersHint")}
      leaders={options.leaders}
      chosen={(start.leaders ?? [])
        .filter((leader) => leader.part === "required")
        .map((leader) => leader.postId)}
    />
  );
}

/** What few meetings need, folded away: what governs it, who may see it, how long it is held. */
function MoreFields({ mode, options, start }: Pick<MeetingFormProps, "mode" | "options" | "start">) {
  const t = useTranslations("calendar.form");
  return (
    <details className="more mb-4">
      <summary>{t("more")}</summary>
      <ChosenTime>
        <DateField
          name="untilDay"
          label={t("untilDay")}
          hint={t("untilDayHint")}
          optional="unsaid"
          defaultValue={start.untilDay ? formatDay(start.untilDay) : undefined}
        />
      </ChosenTime>
      {mode === "file" || mode === "series" ? (
        <>
          <SelectField
            name="dutyId"
            label={t("duty")}
            hint={t("dutyHint")}
            defaultValue="by-kind"
            options={[
              { value: "by-kind", label: t("dutyByKind") },
              ...options.duties.map((duty) => ({
                value: duty.id,
                label: t("dutyOption", { article: duty.article, clause: duty.clause, text: duty.shortText }),
              })),
              { value: "", label: t("dutyNone") },
            ]}
          />
          <SelectField
            name="bodyId"
            label={t("body")}
            hint={t("bodyHint")}
            placeholder={t("bodyOfChair")}
            optional="unsaid"
            options={options.bodies.map((body) => ({
              value: body.id,
              label: `${body.name} (${body.officeCode})`,
            }))}
          />
          <SelectField
            name="hostPostId"
            label={t("host")}
            hint={t("hostHint")}
            placeholder={t("hostIsChair")}
            optional="unsaid"
            options={options.leaders.map((leader) => ({
              value: leader.postId,
              label: t("hostOption", {
                leader: `${leader.title} ${leader.name}`,
                office: leader.officeCode,
              }),
            }))}
          />
          {options.subjects.length > 0 ? (
            <SelectField
              name="subjectKey"
              label={t("subject")}
              hint={t("subjectHint")}
              placeholder={t("noSubject")}
              optional="unsaid"
              options={options.subjects}
            />
          ) : null}
        </>
      ) : null}
      {mode === "change" ? null : (
        <DateField
          name="holdUntil"
          label={t("holdUntil")}
          hint={t("holdUntilHint", { days: options.holdDays })}
          optional="unsaid"
          defaultValue={mode === "edit" && start.holdUntil ? formatDay(start.holdUntil) : undefined}
        />
      )}
      <RadioGroup
        name="mode"
        label={t("mode")}
        defaultValue={start.mode ?? "in-person"}
        choices={(["in-person", "online", "mixed"] as const).map((value) => ({
          value,
          label: t(`modes.${value}`),
        }))}
      />
      <RadioGroup
        name="visibility"
        label={t("visibility")}
        defaultValue={start.visibility ?? "common"}
        choices={(["common", "restricted"] as const).map((value) => ({
          value,
          label: t(`visibilities.${value}`),
          hint: t(`visibilityHints.${value}`),
        }))}
      />
      <LeaderPicks
        name="optionalPostIds"
        label={t("optionalLeaders")}
        hint={t("optionalLeadersHint")}
        leaders={options.leaders}
        chosen={(start.leaders ?? [])
          .filter((leader) => leader.part === "optional")
          .map((leader) => leader.postId)}
      />
      <CheckboxGroup
        name="bodyIds"
        label={t("bodies")}
        hint={t("bodiesHint")}
        optional="unsaid"
        defaultValues={(start.bodies ?? []).map((body) => body.id)}
        choices={options.bodies.map((body) => ({ value: body.id, label: body.name }))}
      />
      <TextField
        name="serving"
        label={t("serving")}
        hint={t("servingHint")}
        optional="unsaid"
        maxLength={200}
        defaultValue={start.serving}
      />
      <TextArea
        name="note"
        label={t("note")}
        rows={3}
        optional="unsaid"
        maxLength={2000}
        defaultValue={start.note}
      />
    </details>
  );
}

/** A meeting as the register has it, in the order of the sheet's columns. */
export function MeetingForm({ mode, action, known, options, start, back, scoped }: MeetingFormProps) {
  const t = useTranslations("calendar.form");
  const series = useTranslations("calendar.series");
  const kindName = useKindName();
  const texts = useClashTexts();
  const seriesTexts = useSeriesTexts();
  const override = { label: t("overrideReason"), hint: t("overrideHint") };
  const ask = `/${known["tenant"]}/calendar/clash`;
  return (
    <ActionForm
      id="meeting"
      action={action}
      className={mode === "series" ? "form" : "form form--aside"}
      draft
    >
      {Object.entries(known).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <p className="hint mb-4">{t(`needed.${mode}`)}</p>
      <TextField
        name="title"
        label={t("title")}
        maxLength={300}
        defaultValue={start.title}
        first={mode === "file" || mode === "series"}
      />
      <WhenFields start={start} label={mode === "series" ? series("firstDay") : undefined} />
      {mode === "series" ? null : <ClashPanel texts={texts} ask={ask} override={override} />}
      {mode === "series" ? <SeriesFields /> : null}
      <SelectField
        name="kindKey"
        label={t("kind")}
        hint={mode === "file" || mode === "series" ? t("kindHint") : undefined}
        placeholder={t("kindPlaceholder")}
        defaultValue={start.kindKey && kindChoice(start.kindKey, start.variant ?? null)}
        options={kindChoices(options.kinds, {
          bare: start.kindKey === kindWithVariants && !start.variant,
        }).map((kind) => ({ value: kind.key, label: kindName(kind.name, kind.variant) }))}
      />
      <ChairFields options={options} start={start} />
      <PlaceFields options={options} start={start} />
      <TextArea
        name="participants"
        label={t("participants")}
        rows={2}
        optional="unsaid"
        maxLength={1000}
        defaultValue={start.participants}
      />
      <TextField
        name="preparing"
        label={t("preparing")}
        hint={t("preparingHint")}
        optional="unsaid"
        maxLength={200}
        defaultValue={start.preparing}
      />
      <LeaderFields options={options} start={start} />
      <KitFields options={options} start={start} />
      {mode === "series" ? <SeriesPanel texts={seriesTexts} override={override} /> : null}
      <MoreFields mode={mode} options={options} start={start} />
      <ScopeField scoped={scoped} />
      {mode === "change" ? (
        <>
          <TextField name="reason" label={t("reason")} maxLength={500} />
          <TextField
            name="displaceReason"
            label={t("displaceReason")}
            hint={t("displaceHint")}
            optional="unsaid"
            maxLength={500}
          />
        </>
      ) : null}
      <FormFooter>
        <SubmitButton>{t(`submit.${mode}`)}</SubmitButton>
        <LinkButton href={back}>{t("back")}</LinkButton>
      </FormFooter>
    </ActionForm>
  );
}
