"use client";

import { useForm } from "@/components/forms/form-context";
import { Note } from "@/components/ui/note";

/** The address of the feed just made: in this answer only, so it is to be copied now. */
export function NewAddress({ title, text, label }: { title: string; text: string; label: string }) {
  const { formId, state } = useForm();
  if (state.status !== "done") return null;
  const id = `${formId}-address`;
  return (
    <Note tone="done" title={title} live>
      <p>{text}</p>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="input" readOnly value={state.shown} autoComplete="off" spellCheck={false} />
    </Note>
  );
}
