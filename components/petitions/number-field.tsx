"use client";

import { Checkbox } from "@/components/forms/checkbox";
import { fieldId, useForm } from "@/components/forms/form-context";
import { TextField } from "@/components/forms/text-field";

export type NumberTexts = {
  label: string;
  hint?: string | undefined;
  /** Holds `{number}`. */
  free: string;
  /** Holds `{number}`. */
  write: string;
  /** Where the same number may stand twice. */
  anyway?: string | undefined;
};

type NumberFieldProps = {
  name: string;
  texts: NumberTexts;
  /** Written in already, to be changed as one likes. */
  next?: string | undefined;
  suggestions?: readonly { value: string; label: string }[] | undefined;
  maxLength: number;
  optional?: boolean | "unsaid" | undefined;
};

function nextOf(advice: unknown): string | null {
  if (typeof advice !== "object" || advice === null || !("nextNumber" in advice)) return null;
  return typeof advice.nextNumber === "string" ? advice.nextNumber : "";
}

/** The number of a paper that leaves, from the office's own book: the next one is offered, another one may be typed. */
export function NumberField({ name, texts, next, suggestions, maxLength, optional }: NumberFieldProps) {
  const { formId, state } = useForm();
  const free = state.status === "error" && state.fieldErrors[name] ? nextOf(state.advice) : null;
  function write(number: string) {
    const input = document.getElementById(fieldId(formId, name));
    if (!(input instanceof HTMLInputElement)) return;
    input.value = number;
    input.focus();
  }
  return (
    <>
      <TextField
        name={name}
        label={texts.label}
        hint={texts.hint}
        defaultValue={next}
        suggestions={suggestions}
        maxLength={maxLength}
        optional={optional}
        width="half"
      />
      {free === null ? null : (
        <div className="mb-4">
          {free === "" ? null : (
            <p className="mb-2">
              {texts.free.replace("{number}", free)}{" "}
              <button type="button" className="btn" onClick={() => write(free)}>
                {texts.write.replace("{number}", free)}
              </button>
            </p>
          )}
          {texts.anyway ? <Checkbox name="sameNumber" label={texts.anyway} optional="unsaid" /> : null}
        </div>
      )}
    </>
  );
}
