"use client";

import { useEffect, useRef } from "react";
import { fieldId, useForm } from "@/components/forms/form-context";
import { Icon } from "@/components/ui/icon";
import { Quote } from "@/components/ui/quote";
import type { FieldErrors, FormError } from "@/lib/platform/forms/form-state";

/** Says what is wrong before the fields, links to each of them, and takes the focus when the form comes back. */
export function ErrorSummary() {
  const { formId, state, texts } = useForm();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.status === "error") box.current?.focus();
  }, [state]);

  if (state.status !== "error") return null;
  const count = Object.values(state.fieldErrors).filter((errors) => errors.length > 0).length;
  // Nothing is wrong: what the form's own component shows is all there is to say.
  if (count === 0 && !state.formError) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="answer" id={`${formId}-answer`}>
      {state.formError ? <FormErrorNote error={state.formError} /> : null}
      {count > 0 && !state.formError ? (
        <div className="errors">
          <h2>
            <Icon name="alert" />
            {count === 1 ? texts.oneError : texts.manyErrors.replace("{count}", String(count))}
          </h2>
          <p>{texts.kept}</p>
          <ErrorLinks formId={formId} fieldErrors={state.fieldErrors} />
        </div>
      ) : null}
    </div>
  );
}

function FormErrorNote({ error }: { error: FormError }) {
  return (
    <div className={error.quote ? "note note--rule" : "note note--alarm"}>
      <Icon name={error.quote ? "law" : "alert"} />
      <div>
        <h2>{error.message}</h2>
        {error.quote ? <Quote text={error.quote.text} source={error.quote.source} /> : null}
        {error.hint ? <p>{error.hint}</p> : null}
      </div>
    </div>
  );
}

function ErrorLinks({ formId, fieldErrors }: { formId: string; fieldErrors: FieldErrors }) {
  return (
    <ul>
      {Object.entries(fieldErrors).flatMap(([name, errors]) =>
        errors.map((error) => (
          <li key={`${name} ${error}`}>
            <a href={`#${fieldId(formId, name)}`}>{error}</a>
          </li>
        )),
      )}
    </ul>
  );
}
