import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** "Việc khác": the acts beside the one filled button. Opens without script. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="menu" name="menu">
      <summary className="btn">
        {label}
        <Icon name="down" small />
      </summary>
      <div className="menu__in">{children}</div>
    </details>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return <a href={href}>{children}</a>;
}

export function MenuSeparator() {
  return <hr />;
}
