"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { ClashList } from "@/components/calendar/clash-list";
import type { ClashTexts } from "@/components/calendar/clash-texts";
import { OverrideField, type OverrideTexts } from "@/components/calendar/override-field";
import { SlotChoices } from "@/components/calendar/slot-choices";
import { fieldId, useForm } from "@/components/forms/form-context";
import { Icon } from "@/components/ui/icon";
import type { ClashAdvice, TypedAdvice } from "@/lib/meetings/types";
import { formatDay } from "@/lib/platform/dates/days";
import { boxesOfSlot } from "@/lib/platform/dates/slots";
import type { FormState } from "@/lib/platform/forms/form-state";

/** What is asked about, by the names of its fields. */
const asked = ["meetingId", "day", "untilDay", "from", "until", "kindKey", "chairPostId", "roomId"];
const askedLists = ["leaderPostIds", "kitIds"];
const times = ["day", "untilDay", "from", "until"];
/** After so long without a key the portal is asked. */
const pauseMs = 600;

function isAdvice(advice: unknown): advice is ClashAdvice {
  return typeof advice === "object" && advice !== null && "clashes" in advice && "slots" in advice;
}

function questionOf(form: HTMLFormElement): URLSearchParams {
  const typed = new FormData(form);
  const question = new URLSearchParams();
  for (const name of [...asked, ...askedLists]) {
    for (const value of typed.getAll(name)) if (typeof value === "string") question.append(name, value);
  }
  return question;
}

async function answerTo(
  address: string,
  body: URLSearchParams,
  signal: AbortSignal,
): Promise<TypedAdvice | null> {
  const response = await fetch(address, { method: "POST", body, signal });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  return isAdvice(answer) ? (answer as TypedAdvice) : null;
}

/** Asks while the form is typed; what the portal answered to a sending stands until something is typed after it. */
function useTypedAdvice(formId: string, address: string | undefined, state: FormState): TypedAdvice | null {
  const [live, setLive] = useState<{ after: FormState; advice: TypedAdvice | null } | null>(null);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (address === undefined || !(form instanceof HTMLFormElement)) return;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let last = questionOf(form).toString();
    let asking = new AbortController();
    const ask = () => {
      const question = questionOf(form);
      if (question.toString() === last) return;
      last = question.toString();
      asking.abort();
      asking = new AbortController();
      answerTo(address, question, asking.signal).then(
        (advice) => setLive({ after: state, advice }),
        () => {
          // Off line or overtaken by the next question: what is said stays, and filing says it again.
        },
      );
    };
    const onInput = ({ target, isTrusted }: Event) => {
      // A time typed by hand takes the place of one that was picked.
      if (isTrusted && target instanceof HTMLInputElement && times.includes(target.name)) {
        for (const slot of form.querySelectorAll<HTMLInputElement>("input[name=slot]")) slot.checked = false;
      }
      clearTimeout(pause);
      pause = setTimeout(ask, pauseMs);
    };
    form.addEventListener("input", onInput);
    return () => {
      clearTimeout(pause);
      asking.abort();
      form.removeEventListener("input", onInput);
    };
  }, [formId, address, state]);

  return live?.after === state ? live.advice : null;
}

/** Puts a picked time where one would type it, so that the boxes say what will be filed. */
function fillBoxes(formId: string, slot: string): void {
  const boxes = boxesOfSlot(slot);
  if (!boxes) return;
  const { day, untilDay, from, until } = boxes;
  const texts = { from, until, untilDay: untilDay ? formatDay(untilDay) : "", day: formatDay(day) };
  for (const [name, text] of Object.entries(texts)) {
    const box = document.getElementById(fieldId(formId, name));
    if (!(box instanceof HTMLInputElement)) continue;
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const never = () => () => {};

/** Whether script runs: without it a picked time goes with the form in place of the typed one. */
function useScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * What stands in the way as the form came back. Where it has boxes for a time and an address to ask, also while it is typed,
 * with three times that would do; a picked one fills the boxes.
 */
export function ClashPanel({
  texts,
  ask,
  override,
}: {
  texts: ClashTexts;
  ask?: string | undefined;
  /** Where a time too near to another may be kept with a reason. */
  override?: OverrideTexts | undefined;
}) {
  const { formId, state } = useForm();
  const script = useScript();
  const typed = useTypedAdvice(formId, ask, state);
  const told = state.status === "error" && isAdvice(state.advice) ? state.advice : null;
  const advice = typed ?? told;
  return (
    <div className="clashcol" aria-live="polite">
      {advice ? (
        <>
          <ClashList clashes={advice.clashes} texts={texts} />
          {override ? <OverrideField clashes={advice.clashes} texts={override} /> : null}
          {advice.clashes.length > 0 && ask !== undefined ? (
            <SlotChoices
              slots={advice.slots}
              texts={texts}
              keep={!script}
              onPick={(slot) => fillBoxes(formId, slot)}
            />
          ) : null}
        </>
      ) : null}
      {typed?.free ? (
        <p className="freetime mb-4">
          <Icon name="check" />
          {texts.free}
        </p>
      ) : null}
    </div>
  );
}
