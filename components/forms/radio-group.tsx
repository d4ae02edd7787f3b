"use client";

import type { ReactNode } from "react";
import { ChoiceFrame, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean | undefined };

type RadioGroupProps = FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string | undefined;
  /** A few short words stand side by side. */
  inline?: boolean | undefined;
};

/** The error summary leads to the first choice. */
export function RadioGroup({ choices, defaultValue, inline = false, ...props }: RadioGroupProps) {
  const field = useField(props.name);
  const value = field.typed ? field.typed[0] : defaultValue;
  return (
    <ChoiceFrame field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <div className={inline ? "picks" : undefined}>
        {choices.map((choice, index) => (
          <label key={`${choice.value} ${value}`} className="pick">
            <input
              type="radio"
              id={index === 0 ? field.id : undefined}
              name={props.name}
              value={choice.value}
              required={!props.optional}
              disabled={choice.disabled}
              defaultChecked={value === choice.value}
            />
            <span>
              {choice.label}
              {choice.hint ? <small>{choice.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}
