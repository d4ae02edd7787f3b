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
  /** Offered while one types; anything else may be typed as well. */
  suggestions?: readonly { value: string; label?: string | undefined }[] | undefined;
};

const widths = { full: "input", half: "input w-half", date: "input w-date" };

export function TextField({
  type = "text",
  defaultValue,
  width = "full",
  first = false,
  suggestions = [],
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
        list={suggestions.length > 0 ? `${field.id}-list` : undefined}
      />
      {suggestions.length > 0 ? (
        <datalist id={`${field.id}-list`}>
          {suggestions.map(({ value, label }) => (
            <option key={`${value} ${label ?? ""}`} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      ) : null}
    </FieldFrame>
  );
}
