"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { FormContext, useForm } from "@/components/forms/form-context";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PaperPreview } from "@/components/petitions/papers/paper-preview";
import { Note } from "@/components/ui/note";
import type { PaperAdvice } from "@/lib/petitions/paper/types";
import { type Day, formatDay } from "@/lib/platform/dates/days";
import type { FormState } from "@/lib/platform/forms/form-state";

export type StageTexts = {
  previewTitle: string;
  previewText: string;
  confirmTitle: string;
  /** Hold `{signer}`. */
  signed: string;
  read: string;
  signedOn: string;
  signedOnHint: string;
  kindly: string;
  back: string;
  go: string;
  issue: string;
};

function withToday(state: FormState, today: Day): FormState {
  if (state.status !== "error") return state;
  return { ...state, values: { signedOn: formatDay(today), ...state.values } };
}

/** A number that was used brings an advice of its own. */
function stageOf(advice: unknown): PaperAdvice | undefined {
  return typeof advice === "object" && advice !== null && "stage" in advice
    ? (advice as PaperAdvice)
    : undefined;
}

/**
 * The text, then the paper as it will be, then the one question before it stands for good. Each is an answer of the server, so that it
 * goes without script; what was typed stays in the form below and is sent along.
 */
export function PaperStages({ texts, children }: { texts: StageTexts; children: ReactNode }) {
  const form = useForm();
  const { state } = form;
  const advice = state.status === "error" ? stageOf(state.advice) : undefined;
  const head = useRef<HTMLHeadingElement>(null);
  const stage = advice?.stage;
  useEffect(() => {
    if (stage) head.current?.focus();
  }, [stage]);
  return (
    <>
      {advice ? (
        <>
          <h2 ref={head} tabIndex={-1} className="mb-2">
            {advice.stage === "preview" ? texts.previewTitle : texts.confirmTitle}
          </h2>
          {advice.stage === "preview" ? (
            <p className="mb-4">{texts.previewText}</p>
          ) : (
            <Note tone="due" title={texts.signed.replace("{signer}", advice.signer)} level={3}>
              <p>{texts.kindly}</p>
              <p>{texts.read}</p>
            </Note>
          )}
          <PaperPreview paper={advice.paper} />
          {advice.stage === "confirm" ? (
            // The form came back: what it begins with is what was typed, and of this field nothing was.
            <FormContext value={{ ...form, state: withToday(state, advice.today) }}>
              <TextField name="signedOn" label={texts.signedOn} hint={texts.signedOnHint} width="date" />
            </FormContext>
          ) : null}
          <div className="flex flex-wrap gap-2 mt-4">
            {advice.stage === "preview" ? (
              <SubmitButton look="fill" name="step" value="confirm">
                {texts.go}
              </SubmitButton>
            ) : (
              <SubmitButton look="fill" name="step" value="issue">
                {texts.issue}
              </SubmitButton>
            )}
            <SubmitButton look="plain" name="step" value="edit">
              {texts.back}
            </SubmitButton>
          </div>
        </>
      ) : null}
      <div hidden={advice !== undefined}>{children}</div>
    </>
  );
}
