import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionFormClient } from "@/components/forms/action-form-client";
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

/**
 * A form over a server action. With or without JavaScript it comes back with its messages and everything typed.
 * Children may be rendered on the server; only the fields and the summary run in the browser.
 */
export function ActionForm({ draft = false, ...props }: ActionFormProps) {
  const t = useTranslations("forms");
  const errors = useTranslations("errors");
  const texts = {
    optional: t("optional"),
    dateHint: t("dateHint"),
    oneError: t("oneError"),
    // The browser puts the number in: its place is handed on as it is.
    // Filled in the browser, which alone knows how many there are.
    manyErrors: t("manyErrors", { count: "{count}" }),
    kept: t("kept"),
    sending: t("sending"),
  };
  const draftTexts = draft
    ? {
        found: t("draft.found", { at: "{at}" }),
        older: t("draft.older"),
        use: t("draft.use"),
        drop: t("draft.drop"),
      }
    : undefined;
  return <ActionFormClient {...props} texts={texts} signedOut={errors("signedOut")} draft={draftTexts} />;
}
