"use client";

import { ClashList } from "@/components/calendar/clash-list";
import { type ClashTexts, dayText, fillText, slotReason, slotText } from "@/components/calendar/clash-texts";
import { OverrideField, type OverrideTexts } from "@/components/calendar/override-field";
import { FieldErrorsText } from "@/components/forms/field-frame";
import { useField, useForm } from "@/components/forms/form-context";
import { HiddenField } from "@/components/forms/hidden-field";
import { RadioGroup } from "@/components/forms/radio-group";
import { TextField } from "@/components/forms/text-field";
import type { SeriesAdvice, SeriesClash } from "@/lib/meetings/types";

/** Words of the list, translated on the server; places are `{name}`. */
export type SeriesTexts = {
  clash: ClashTexts;
  title: string;
  lead: string;
  answer: string;
  rest: string;
  move: string;
  what: string;
  skip: string;
  own: string;
  ownDay: string;
  ownDayHint: string;
  from: string;
  until: string;
  moved: string;
  none: string;
};

function isAdvice(advice: unknown): advice is SeriesAdvice {
  return typeof advice === "object" && advice !== null && "days" in advice;
}

function Choice({ name, value, label, hint }: { name: string; value: string; label: string; hint?: string }) {
  const field = useField(name);
  return (
    <label className="slot" key={`${value} ${field.typed?.[0] ?? ""}`}>
      <input type="radio" name={name} value={value} defaultChecked={field.typed?.[0] === value} />
      <b>{label}</b>
      {hint ? <small>{hint}</small> : null}
    </label>
  );
}

/** What becomes of one clashing day: a time near it, one of one's own, or none. */
function Day({ clash, nth, texts }: { clash: SeriesClash; nth: number; texts: SeriesTexts }) {
  const name = `moves[${nth}]`;
  const field = useField(`${name}.to`);
  const when = (timed: Pick<SeriesClash, "day" | "from" | "until">) =>
    `${dayText(timed.day, texts.clash)}, ${timed.from}–${timed.until}`;
  return (
    <fieldset className={field.errors.length > 0 ? "series__day field--bad" : "series__day"}>
      <legend className="label">{when(clash)}</legend>
      <HiddenField name="seen" value={clash.of} />
      <HiddenField name={`${name}.of`} value={clash.of} />
      {clash.clashes.length > 0 ? (
        <ClashList clashes={clash.clashes} texts={texts.clash} />
      ) : (
        <p className="hint">{texts.none}</p>
      )}
      {clash.moved ? (
        <>
          <p className="error">{fillText(texts.moved, { when: when(clash.moved) })}</p>
          <ClashList clashes={clash.moved.clashes} texts={texts.clash} />
        </>
      ) : null}
      <p className="hint">{texts.what}</p>
      <FieldErrorsText field={field} />
      <div id={field.id} className="series__choices">
        {clash.slots.map((slot) => (
          <Choice
            key={slot.value}
            name={`${name}.to`}
            value={slot.value}
            label={slotText(slot, texts.clash)}
            hint={slotReason(slot, texts.clash)}
          />
        ))}
        <Choice name={`${name}.to`} value="skip" label={texts.skip} />
        <Choice name={`${name}.to`} value="own" label={texts.own} />
      </div>
      <div className="inrow">
        <TextField
          name={`${name}.day`}
          label={texts.ownDay}
          hint={texts.ownDayHint}
          optional
          width="date"
          autoComplete="off"
        />
        <TextField name={`${name}.from`} label={texts.from} optional width="date" autoComplete="off" />
        <TextField name={`${name}.until`} label={texts.until} optional width="date" autoComplete="off" />
      </div>
    </fieldset>
  );
}

/** The clashing days of a series, before anything is filed: the rest is filed, those are moved, or nothing is. */
export function SeriesPanel({ texts, override }: { texts: SeriesTexts; override: OverrideTexts }) {
  const { state } = useForm();
  if (state.status !== "error" || !isAdvice(state.advice)) return null;
  const { days, total } = state.advice;
  const values = { count: days.length, total, rest: total - days.length };
  return (
    <section className="series mb-4">
      <h2 className="series__h">{fillText(texts.title, values)}</h2>
      <p className="hint">{fillText(texts.lead, values)}</p>
      <RadioGroup
        name="answer"
        label={texts.answer}
        choices={[
          { value: "rest", label: fillText(texts.rest, values) },
          { value: "move", label: texts.move },
        ]}
      />
      {days.map((clash, nth) => (
        <Day key={clash.of} clash={clash} nth={nth} texts={texts} />
      ))}
      <OverrideField clashes={days.flatMap(({ clashes }) => clashes)} texts={override} />
    </section>
  );
}
