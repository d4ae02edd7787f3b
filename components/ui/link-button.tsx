import type { ReactNode } from "react";
import { type ButtonShape, buttonClass } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";

type LinkButtonProps = ButtonShape & {
  href: string;
  children: ReactNode;
  icon?: IconName | undefined;
  /** For files: the browser saves instead of opening. */
  download?: boolean | undefined;
};

export function LinkButton({ href, children, icon, download, ...shape }: LinkButtonProps) {
  return (
    <a className={buttonClass(shape)} href={href} download={download}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}
