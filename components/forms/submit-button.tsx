"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { useForm } from "@/components/forms/form-context";
import { type ButtonShape, buttonClass } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";

type SubmitButtonProps = ButtonShape & {
  children: ReactNode;
  icon?: IconName | undefined;
  /** With several buttons in one form: which of them was pressed. */
  name?: string | undefined;
  value?: string | undefined;
};

/** Says that it is sending and cannot be pressed twice; without script it is a plain submit button. */
export function SubmitButton({ children, icon, name, value, look = "fill", ...shape }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const { texts, sending } = useForm();
  const pressed = sending || (pending && (name === undefined || data.get(name) === value));
  return (
    <button
      className={buttonClass({ look, ...shape })}
      type="submit"
      name={name}
      value={value}
      disabled={pending || sending}
    >
      {icon ? <Icon name={icon} /> : null}
      {pressed ? texts.sending : children}
    </button>
  );
}
