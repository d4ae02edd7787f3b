import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

export type ButtonLook = "fill" | "plain" | "quiet";

export type ButtonShape = {
  look?: ButtonLook | undefined;
  size?: "normal" | "big" | undefined;
  wide?: boolean | undefined;
};

/** One page has one filled button: the next act. */
export function buttonClass({ look = "plain", size = "normal", wide = false }: ButtonShape): string {
  const names = ["btn"];
  if (look === "fill") names.push("btn--fill");
  if (look === "quiet") names.push("btn--quiet");
  if (size === "big") names.push("btn--big");
  if (wide) names.push("btn--wide");
  return names.join(" ");
}

type ButtonProps = ButtonShape & {
  children: ReactNode;
  icon?: IconName | undefined;
  type?: "submit" | "button" | undefined;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  disabled?: boolean | undefined;
};

export function Button({
  children,
  icon,
  type = "submit",
  name,
  value,
  form,
  disabled,
  ...shape
}: ButtonProps) {
  return (
    <button
      className={buttonClass(shape)}
      type={type}
      name={name}
      value={value}
      form={form}
      disabled={disabled}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
