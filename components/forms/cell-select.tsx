"use client";

import { useField } from "@/components/forms/form-context";
import type { SelectOption } from "@/components/forms/select-field";

type CellSelectProps = {
  name: string;
  /** Row and column in words, since the cell has no label of its own. */
  label: string;
  options: readonly SelectOption[];
  defaultValue: string;
};

/** A select in a cell of a table, named by its row and column. */
export function CellSelect({ name, label, options, defaultValue }: CellSelectProps) {
  const field = useField(name);
  const value = field.typed ? (field.typed[0] ?? defaultValue) : defaultValue;
  return (
    <select
      key={value}
      id={field.id}
      name={name}
      className="select select--cell"
      aria-label={label}
      aria-invalid={field.errors.length > 0 ? true : undefined}
      defaultValue={value}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
