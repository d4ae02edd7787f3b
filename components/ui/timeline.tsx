import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

export type TimelineState = "done" | "now" | "later";

/** A line of steps from top to bottom. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="line">{children}</ol>;
}

/** One step; a step still to come, or one of a plain list, shows its number. */
export function TimelineStep({
  state,
  number,
  children,
}: {
  state: TimelineState;
  number: number;
  children: ReactNode;
}) {
  return (
    <li>
      <span className={state === "later" ? "line__dot" : `line__dot line__dot--${state}`} aria-hidden="true">
        {state === "done" ? <Icon name="check" /> : null}
        {state === "now" ? <Icon name="clock" /> : null}
        {state === "later" ? number : null}
      </span>
      {children}
    </li>
  );
}
