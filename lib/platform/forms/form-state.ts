/** What a refused act quotes: the sentence that was signed, and where it stands. */
export type FormQuote = { text: string; source: string };

/** An error of the whole form. With a quote it is a rule of the agreement, not a fault of the person. */
export type FormError = { message: string; quote?: FormQuote; hint?: string };

export type FieldErrors = Record<string, string[]>;

/** What was typed, by field name, so that it comes back. Passwords and files are never in it. */
export type FormValues = Record<string, string | string[]>;

/**
 * What a form action answers when it does not redirect. Every text in it is already in the reader's language,
 * since the form shows it as it is.
 */
export type FormState =
  | { status: "idle" }
  /** Done, with something to be seen once: it is in this answer and nowhere else. */
  | { status: "done"; shown: string }
  | {
      status: "error";
      formError?: FormError;
      fieldErrors: FieldErrors;
      values: FormValues;
      /** For the form's own component: other choices, what stands in the way. */
      advice?: unknown;
    };

/** What came of one of several that one form was about; `refused` says why it was not done. */
export type ItemResult = { item: string; refused: string | null };

/** The signature React's useActionState and a plain browser post share. */
export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>;

/** The body of the 401 that answers an act sent by script when nobody is signed in; the form knows it by that. */
export const signedOutAnswer = "signed-out";

export const idleFormState: FormState = { status: "idle" };
