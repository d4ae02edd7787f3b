"use client";

import { useField } from "@/components/forms/form-context";
import { TextField } from "@/components/forms/text-field";
import type { Clash } from "@/lib/meetings/types";

export type OverrideTexts = { label: string; hint: string };

const name = "overrideReason";

/** Why a time is kept that leaves too little to travel or to set up: asked only where it does, kept once it was said. */
export function OverrideField({ clashes, texts }: { clashes: readonly Clash[]; texts: OverrideTexts }) {
  const { typed } = useField(name);
  if (!typed?.[0] && !clashes.some((clash) => clash.near)) return null;
  return <TextField name={name} label={texts.label} hint={texts.hint} optional="unsaid" maxLength={500} />;
}
