"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";

const never = () => () => {};

type PrintButtonProps = {
  label: string;
  /** What a page says without script; without it nothing stands there. */
  hint?: string | undefined;
  look?: "fill" | "plain" | undefined;
};

/** Prints the page; without script a sentence says how. */
export function PrintButton({ label, hint, look = "fill" }: PrintButtonProps) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!scripted) return hint ? <p className="hint noprint">{hint}</p> : null;
  return (
    <button
      type="button"
      className={look === "fill" ? "btn btn--fill noprint" : "btn noprint"}
      onClick={() => window.print()}
    >
      <Icon name="print" />
      {label}
    </button>
  );
}
