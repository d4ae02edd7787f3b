"use client";

import { controlAttributes, FieldFrame, type FieldProps } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

type PasswordFieldProps = FieldProps & {
  /** `off` for the signing passphrase, which no browser should keep beside the password. */
  autoComplete: "current-password" | "new-password" | "off";
};

/** The one field that never comes back filled. */
export function PasswordField({ autoComplete, ...props }: PasswordFieldProps) {
  const field = useField(props.name);
  const came = field.typed !== undefined && field.errors.length === 0;
  const hint = came ? field.texts.passwordAgain : props.hint;
  return (
    <FieldFrame field={field} label={props.label} hint={hint} optional={props.optional}>
      <input
        {...controlAttributes(field, { ...props, hint })}
        className="input"
        type="password"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
    </FieldFrame>
  );
}
