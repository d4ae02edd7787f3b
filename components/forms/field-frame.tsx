"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "@/components/forms/form-context";
import { Icon } from "@/components/ui/icon";

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Says "(không bắt buộc)"; every other field is required. `unsaid` where the form says once which fields it needs. */
  optional?: boolean | "unsaid" | undefined;
};

/** What a control says about itself to the keyboard and to screen readers. */
export function controlAttributes(field: FieldValues, { name, hint, optional }: FieldProps) {
  const described = [hint ? `${field.id}-hint` : "", field.errors.length > 0 ? `${field.id}-error` : ""];
  return {
    id: field.id,
    name,
    required: !optional,
    "aria-invalid": field.errors.length > 0 ? true : undefined,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
  };
}

export function FieldErrorsText({ field }: { field: FieldValues }) {
  if (field.errors.length === 0) return null;
  return (
    <p className="error" id={`${field.id}-error`}>
      <Icon name="alert" small />
      <span>{field.errors.join(" ")}</span>
    </p>
  );
}

/** Label, hint, error and control, in the order they are read. */
export function FieldFrame({
  field,
  label,
  hint,
  optional,
  children,
}: Omit<FieldProps, "name"> & { field: FieldValues; children: ReactNode }) {
  return (
    <div className={field.errors.length > 0 ? "field field--bad" : "field"}>
      <label htmlFor={field.id}>
        {label}
        {optional === true ? <span className="opt"> {field.texts.optional}</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldErrorsText field={field} />
      {children}
    </div>
  );
}

/** Legend, hint, error and choices. */
export function ChoiceFrame({
  field,
  label,
  hint,
  optional,
  children,
}: Omit<FieldProps, "name"> & { field: FieldValues; children: ReactNode }) {
  const described = [hint ? `${field.id}-hint` : "", field.errors.length > 0 ? `${field.id}-error` : ""];
  return (
    <fieldset
      className={field.errors.length > 0 ? "field field--bad" : "field"}
      aria-describedby={described.filter(Boolean).join(" ") || undefined}
    >
      <legend className="label">
        {label}
        {optional === true ? <span className="opt"> {field.texts.optional}</span> : null}
      </legend>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldErrorsText field={field} />
      {children}
    </fieldset>
  );
}
