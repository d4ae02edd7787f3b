import type { ReactNode } from "react";

/** The buttons of a form, parted from its fields. */
export function FormFooter({ children }: { children: ReactNode }) {
  return <div className="formfoot">{children}</div>;
}
