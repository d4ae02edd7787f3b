"use client";

import type { ReactNode } from "react";
import { FormContext, useForm } from "@/components/forms/form-context";
import { formatDay } from "@/lib/platform/dates/days";
import { boxesOfSlot } from "@/lib/platform/dates/slots";

/**
 * The boxes of day and time. Where a form comes back with a free time that was picked, they have that time: without script it
 * would otherwise be lost, and the one that clashed filed.
 */
export function ChosenTime({ children }: { children: ReactNode }) {
  const form = useForm();
  const { state } = form;
  const slot = state.status === "error" ? state.values["slot"] : undefined;
  const boxes = typeof slot === "string" && slot !== "" ? boxesOfSlot(slot) : null;
  if (state.status !== "error" || !boxes) return <>{children}</>;
  const { day, untilDay, from, until } = boxes;
  const values = {
    ...state.values,
    day: formatDay(day),
    from,
    until,
    untilDay: untilDay ? formatDay(untilDay) : "",
  };
  return <FormContext value={{ ...form, state: { ...state, values } }}>{children}</FormContext>;
}
