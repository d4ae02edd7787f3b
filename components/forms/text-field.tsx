"use client";

import { controlAttributes, FieldFrame, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "search" | undefined;
  defaultValue?: string | undefined;
  autoComplete?: string | undefined;
  inputMode?: "text" | "numeric" | "email" | "tel" | undefined;
  maxLength?: number | undefined;
  /** The form begins here. */
  first?: boolean | undefined;
  width?: "full" | "half" | "date" | undefined;
};

const widths = { full: "input", half: "input w-half", date: "input w-date" };

export function TextField({
  type = "text",
  defaultValue,
  width = "full",
  first = false,
  ...props
}: TextFieldProps) {
  const field = useField(props.name);
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <input
        {...controlAttributes(field, props)}
        className={widths[width]}
        type={type}
        defaultValue={field.typed ? (field.typed[0] ?? "") : defaultValue}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        {...(first ? { autoFocus: true } : {})}
      />
    </FieldFrame>
  );
}
