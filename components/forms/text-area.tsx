"use client";

import { controlAttributes, FieldFrame, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

type TextAreaProps = FieldProps & {
  defaultValue?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  /** Text of the agreement is written in the letters of the paper. */
  paper?: boolean | undefined;
};

export function TextArea({ defaultValue, rows = 4, paper = false, ...props }: TextAreaProps) {
  const field = useField(props.name);
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <textarea
        {...controlAttributes(field, props)}
        className={paper ? "area area--paper" : "area"}
        rows={rows}
        maxLength={props.maxLength}
        defaultValue={field.typed ? (field.typed[0] ?? "") : defaultValue}
      />
    </FieldFrame>
  );
}
