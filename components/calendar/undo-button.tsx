"use client";

import { useForm } from "@/components/forms/form-context";
import { SubmitButton } from "@/components/forms/submit-button";

/** Offered while the act can be taken back, and not again once the portal has said that it cannot. */
export function UndoButton({ live, label }: { live: boolean; label: string }) {
  const { state } = useForm();
  if (!live || state.status === "error") return null;
  return <SubmitButton look="plain">{label}</SubmitButton>;
}
