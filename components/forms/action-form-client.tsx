"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext, type FormTexts } from "@/components/forms/form-context";
import { type FormAction, idleFormState } from "@/lib/platform/forms/form-state";

type ActionFormClientProps = {
  id: string;
  action: FormAction;
  texts: FormTexts;
  children: ReactNode;
  className?: string | undefined;
  labelledBy?: string | undefined;
};

// The browser's own bubbles would speak the browser's language and stop before the server is asked: noValidate.
export function ActionFormClient({
  id,
  action,
  texts,
  children,
  className,
  labelledBy,
}: ActionFormClientProps) {
  const [state, send] = useActionState(action, idleFormState);
  return (
    <FormContext value={{ formId: id, state, texts }}>
      <form id={id} action={send} className={className} aria-labelledby={labelledBy} noValidate>
        <ErrorSummary />
        {children}
      </form>
    </FormContext>
  );
}
