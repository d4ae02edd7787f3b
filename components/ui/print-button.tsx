"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";

const never = () => () => {};

/** Prints the page; without script a sentence says how. */
export function PrintButton({ label, hint }: { label: string; hint: string }) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!scripted) return <p className="hint noprint">{hint}</p>;
  return (
    <button type="button" className="btn btn--fill noprint" onClick={() => window.print()}>
      <Icon name="print" />
      {label}
    </button>
  );
}
