"use client";

import { controlAttributes, FieldFrame, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

type SelectFieldProps = FieldProps & {
  options: readonly SelectOption[];
  defaultValue?: string | undefined;
  /** The words of the empty choice; without them the first option is chosen. */
  placeholder?: string | undefined;
  width?: "full" | "half" | undefined;
};

export function SelectField({
  options,
  defaultValue,
  placeholder,
  width = "full",
  ...props
}: SelectFieldProps) {
  const field = useField(props.name);
  const value = field.typed ? field.typed[0] : defaultValue;
  // React resets the form after an action but leaves a select's first choice: a new key makes the typed one first.
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <select
        key={value ?? ""}
        {...controlAttributes(field, props)}
        className={width === "half" ? "select w-half" : "select"}
        defaultValue={value}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
