"use client";

import { createContext, useContext } from "react";
import type { FormState } from "@/lib/platform/forms/form-state";

/** Words the parts of a form need in the browser, translated on the server. */
export type FormTexts = {
  optional: string;
  dateHint: string;
  oneError: string;
  /** Holds `{count}`. */
  manyErrors: string;
  kept: string;
  /** A password is typed anew each time. */
  passwordAgain: string;
  sending: string;
};

type FormContextValue = {
  formId: string;
  state: FormState;
  texts: FormTexts;
  /** A form with files is on its way. */
  sending?: boolean | undefined;
};

export const FormContext = createContext<FormContextValue | null>(null);

export function useForm(): FormContextValue {
  const value = useContext(FormContext);
  if (!value) throw new Error("A field stands outside of an ActionForm.");
  return value;
}

/** The id of a field, which the error summary links to. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]/g, "-")}`;
}

export type FieldValues = {
  id: string;
  errors: string[];
  /** What was typed before the form came back; undefined before the first sending. */
  typed: string[] | undefined;
  texts: FormTexts;
};

export function useField(name: string): FieldValues {
  const { formId, state, texts } = useForm();
  const id = fieldId(formId, name);
  if (state.status !== "error") return { id, errors: [], typed: undefined, texts };
  const value = state.values[name];
  const typed = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return { id, errors: state.fieldErrors[name] ?? [], typed, texts };
}
