import type { ReactNode } from "react";

export type BadgeTone = "neutral" | "act" | "due" | "done" | "alarm";

/** The state of a thing, as a word. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone | undefined; children: ReactNode }) {
  return <span className={tone === "neutral" ? "badge" : `badge badge--${tone}`}>{children}</span>;
}
