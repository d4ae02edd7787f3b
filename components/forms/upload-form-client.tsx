"use client";

import { type SubmitEvent as FormSubmitEvent, type ReactNode, startTransition, useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext, type FormTexts } from "@/components/forms/form-context";
import { type DraftTexts, FormDraft } from "@/components/forms/form-draft";
import { type FormState, type FormValues, idleFormState } from "@/lib/platform/forms/form-state";

type UploadFormClientProps = {
  id: string;
  post: string;
  texts: FormTexts;
  signedOut: string;
  /** What the form says when the connection broke. */
  failed: string;
  returned?: FormState | undefined;
  children: ReactNode;
  labelledBy?: string | undefined;
  draft?: DraftTexts | undefined;
  className?: string | undefined;
};

function valuesOf(data: FormData): FormValues {
  return Object.fromEntries(
    [...new Set(data.keys())].map((name) => {
      const all = data.getAll(name).filter((value) => typeof value === "string");
      return [name, all.length > 1 ? all : (all[0] ?? "")];
    }),
  );
}

type Told = { status: "error"; fieldErrors: Record<string, string[]>; values: FormValues };

/** The form stays as it is while it is sent, the chosen files too; only what came back is added. */
export function UploadFormClient(props: UploadFormClientProps) {
  const { id, post, texts, signedOut, failed, returned, children, labelledBy, draft, className } = props;
  const send = async (_state: FormState, data: FormData): Promise<FormState> => {
    const told = (message: string): FormState => ({
      status: "error",
      formError: { message },
      fieldErrors: {},
      values: valuesOf(data),
    });
    try {
      const response = await fetch(post, {
        method: "POST",
        body: data,
        headers: { accept: "application/json" },
      });
      if (response.status === 401) return told(signedOut);
      if (!response.headers.get("content-type")?.startsWith("application/json")) return told(failed);
      const answer = (await response.json()) as { target: string } | Told;
      if (!("target" in answer)) return answer;
      window.location.assign(answer.target);
      // The page that is left shows the form as sending until the next is there.
      return await new Promise<FormState>(() => {});
    } catch {
      return told(failed);
    }
  };
  const [state, act, sending] = useActionState(send, returned ?? idleFormState);
  const submit = (event: FormSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    // Which of several buttons was pressed is told as the browser would tell it.
    const data = new FormData(event.currentTarget, pressed);
    startTransition(() => act(data));
  };
  return (
    <FormContext value={{ formId: id, state, texts, sending }}>
      <form
        id={id}
        className={className}
        action={post}
        method="post"
        encType="multipart/form-data"
        aria-labelledby={labelledBy}
        onSubmit={submit}
        noValidate
      >
        <ErrorSummary />
        {draft ? <FormDraft texts={draft} /> : null}
        {children}
      </form>
    </FormContext>
  );
}
