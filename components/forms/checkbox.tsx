"use client";

import { controlAttributes, FieldErrorsText, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

type CheckboxProps = FieldProps & { value?: string | undefined; defaultChecked?: boolean | undefined };

/** One statement that is true or not; sent as `on` unless told otherwise. */
export function Checkbox({ value = "on", defaultChecked = false, ...props }: CheckboxProps) {
  const field = useField(props.name);
  const checked = field.typed ? field.typed.includes(value) : defaultChecked;
  return (
    <div className={field.errors.length > 0 ? "field field--bad" : "field"}>
      <FieldErrorsText field={field} />
      <label className="pick">
        <input
          key={String(checked)}
          {...controlAttributes(field, props)}
          type="checkbox"
          value={value}
          defaultChecked={checked}
        />
        <span>
          {props.label}
          {props.hint ? <small id={`${field.id}-hint`}>{props.hint}</small> : null}
        </span>
      </label>
    </div>
  );
}
