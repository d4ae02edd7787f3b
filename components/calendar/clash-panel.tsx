"use client";

import { ClashList } from "@/components/calendar/clash-list";
import type { ClashTexts } from "@/components/calendar/clash-texts";
import { SlotChoices } from "@/components/calendar/slot-choices";
import { useForm } from "@/components/forms/form-context";
import type { ClashAdvice } from "@/lib/meetings/types";

function isAdvice(advice: unknown): advice is ClashAdvice {
  return typeof advice === "object" && advice !== null && "clashes" in advice && "slots" in advice;
}

/** What stood in the way when the form came back, and three times that would do. */
export function ClashPanel({ texts }: { texts: ClashTexts }) {
  const { state } = useForm();
  if (state.status !== "error" || !isAdvice(state.advice)) return null;
  const { clashes, slots } = state.advice;
  return (
    <>
      <ClashList clashes={clashes} texts={texts} />
      <SlotChoices slots={slots} texts={texts} />
    </>
  );
}
