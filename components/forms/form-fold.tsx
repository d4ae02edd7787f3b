"use client";

import type { ReactNode } from "react";
import { useForm } from "@/components/forms/form-context";

/** Fields of a seldom act behind its name, inside their form: what came back wrong stands open, also without script. */
export function FormFold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const { state } = useForm();
  return (
    <details className="more" open={state.status === "error" || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
