"use client";

import { useForm } from "@/components/forms/form-context";

/** The secret just given: in this answer only, so the receipt is to be printed now. */
export function ShownSecret({ label, text }: { label: string; text: string }) {
  const { state } = useForm();
  if (state.status !== "done") return null;
  return (
    <output>
      {label} <b className="mono">{state.shown}</b>. {text}
    </output>
  );
}
