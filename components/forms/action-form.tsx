import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionFormClient } from "@/components/forms/action-form-client";
import type { FormTexts } from "@/components/forms/form-context";
import type { DraftTexts } from "@/components/forms/form-draft";
import type { FormAction } from "@/lib/platform/forms/form-state";

type ActionFormProps = {
  /** Unique on the page; ids of the fields begin with it. */
  id: string;
  action: FormAction;
  children: ReactNode;
  className?: string | undefined;
  /** The id of the heading that names the form. */
  labelledBy?: string | undefined;
  /** Keeps what is typed in this browser until it is saved, and offers it again. Not for forms that ask a secret only. */
  draft?: boolean | undefined;
};

type Words = ReturnType<typeof useTranslations<"forms">>;

/** Words the parts of a form need in the browser. */
export function formTextsOf(t: Words): FormTexts {
  return {
    optional: t("optional"),
    dateHint: t("dateHint"),
    oneError: t("oneError"),
    // Filled in the browser, which alone knows how many there are: its place is handed on as it is.
    manyErrors: t("manyErrors", { count: "{count}" }),
    kept: t("kept"),
    passwordAgain: t("passwordAgain"),
    sending: t("sending"),
  };
}

export function draftTextsOf(t: Words): DraftTexts {
  return {
    found: t("draft.found", { at: "{at}" }),
    older: t("draft.older"),
    use: t("draft.use"),
    drop: t("draft.drop"),
  };
}

/**
 * A form over a server action. With or without JavaScript it comes back with its messages and everything typed.
 * Children may be rendered on the server; only the fields and the summary run in the browser.
 */
export function ActionForm({ draft = false, ...props }: ActionFormProps) {
  const t = useTranslations("forms");
  const errors = useTranslations("errors");
  return (
    <ActionFormClient
      {...props}
      texts={formTextsOf(t)}
      signedOut={errors("signedOut")}
      draft={draft ? draftTextsOf(t) : undefined}
    />
  );
}
