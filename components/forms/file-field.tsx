"use client";

import { Checkbox } from "@/components/forms/checkbox";
import { FieldErrorsText, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

type FileFieldProps = FieldProps & {
  /** Endings that are taken, for the browser's own chooser. */
  accept: string;
  /** Left out for one file that is judged and not kept as a file. */
  declaration?: { name: string; label: string; hint: string } | undefined;
};

/** Files to send along, and the sender's word that nothing of them is a state secret; without that word, one file. */
export function FileField({ name, label, hint, optional, accept, declaration }: FileFieldProps) {
  const field = useField(name);
  const described = [`${field.id}-hint`, field.errors.length > 0 ? `${field.id}-error` : ""];
  return (
    <>
      <div className={field.errors.length > 0 ? "field field--bad" : "field"}>
        <label htmlFor={field.id}>
          {label}
          {optional ? <span className="opt"> {field.texts.optional}</span> : null}
        </label>
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
        <FieldErrorsText field={field} />
        <input
          id={field.id}
          name={name}
          type="file"
          multiple={declaration !== undefined}
          accept={accept}
          className="file"
          aria-invalid={field.errors.length > 0 ? true : undefined}
          aria-describedby={described.filter(Boolean).join(" ")}
        />
      </div>
      {declaration ? (
        <Checkbox name={declaration.name} label={declaration.label} hint={declaration.hint} optional />
      ) : null}
    </>
  );
}
