"use client";

import { ChoiceFrame, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";
import type { Choice } from "@/components/forms/radio-group";

type CheckboxGroupProps = FieldProps & {
  choices: readonly Choice[];
  defaultValues?: readonly string[] | undefined;
};

/** Several of a list; each is sent under the same name. */
export function CheckboxGroup({ choices, defaultValues = [], ...props }: CheckboxGroupProps) {
  const field = useField(props.name);
  const values = field.typed ?? defaultValues;
  return (
    <ChoiceFrame field={field} label={props.label} hint={props.hint} optional={props.optional}>
      {choices.map((choice, index) => (
        <label key={`${choice.value} ${values.includes(choice.value)}`} className="pick">
          <input
            type="checkbox"
            id={index === 0 ? field.id : undefined}
            name={props.name}
            value={choice.value}
            disabled={choice.disabled}
            defaultChecked={values.includes(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint ? <small>{choice.hint}</small> : null}
          </span>
        </label>
      ))}
    </ChoiceFrame>
  );
}
