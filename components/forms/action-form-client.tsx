"use client";

import { type ReactNode, useActionState, useRef } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext, type FormTexts } from "@/components/forms/form-context";
import { type DraftTexts, FormDraft } from "@/components/forms/form-draft";
import { SignedOutBoundary } from "@/components/forms/signed-out-boundary";
import {
  type FormAction,
  type FormState,
  type FormValues,
  idleFormState,
} from "@/lib/platform/forms/form-state";

type ActionFormClientProps = {
  id: string;
  action: FormAction;
  texts: FormTexts;
  /** What the form says when it was sent and nobody was signed in any more. */
  signedOut: string;
  children: ReactNode;
  className?: string | undefined;
  labelledBy?: string | undefined;
  draft?: DraftTexts | undefined;
};

/** What was typed, to be shown again; passwords and the framework's own fields stay out. */
function typedIn(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  const values: FormValues = {};
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=password]"))
    data.delete(input.name);
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = data.getAll(name).filter((value) => typeof value === "string");
    values[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return values;
}

/** A form that stays, with everything typed, when its session ended meanwhile. */
export function ActionFormClient({ signedOut, ...props }: ActionFormClientProps) {
  const typed = useRef<FormValues>({});
  const keep = (values: FormValues) => {
    typed.current = values;
  };
  const told = (): FormState => ({
    status: "error",
    formError: { message: signedOut },
    fieldErrors: {},
    values: typed.current,
  });
  return (
    <SignedOutBoundary>
      {(tries) => (
        <SendingForm key={tries} {...props} initial={tries === 0 ? idleFormState : told()} onSend={keep} />
      )}
    </SignedOutBoundary>
  );
}

type SendingFormProps = Omit<ActionFormClientProps, "signedOut"> & {
  initial: FormState;
  onSend: (values: FormValues) => void;
};

// The browser's own bubbles would speak the browser's language and stop before the server is asked: noValidate.
function SendingForm(props: SendingFormProps) {
  const { id, action, texts, children, className, labelledBy, draft, initial, onSend } = props;
  const [state, send] = useActionState(action, initial);
  return (
    <FormContext value={{ formId: id, state, texts }}>
      <form
        id={id}
        action={send}
        className={className}
        aria-labelledby={labelledBy}
        onSubmit={(event) => onSend(typedIn(event.currentTarget))}
        noValidate
      >
        <ErrorSummary />
        {draft ? <FormDraft texts={draft} /> : null}
        {children}
      </form>
    </FormContext>
  );
}
