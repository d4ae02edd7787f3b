"use client";

import type { FieldProps } from "@/components/forms/field-frame";
import { useForm } from "@/components/forms/form-context";
import { TextField } from "@/components/forms/text-field";

type DateFieldProps = FieldProps & {
  /** As it is typed: dd/mm/yyyy. */
  defaultValue?: string | undefined;
};

/** A day typed as on paper, `25/11/2026` or `25/11`; the server reads it. */
export function DateField({ hint, ...props }: DateFieldProps) {
  const { texts } = useForm();
  return <TextField {...props} hint={hint ?? texts.dateHint} width="date" autoComplete="off" />;
}
