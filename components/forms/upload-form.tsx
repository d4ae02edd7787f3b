import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { draftTextsOf, formTextsOf } from "@/components/forms/action-form";
import { UploadFormClient } from "@/components/forms/upload-form-client";
import type { FormState } from "@/lib/platform/forms/form-state";

type UploadFormProps = {
  /** Unique on the page, and the one the form's route names. */
  id: string;
  /** The route that takes it. */
  post: string;
  /** What came back a moment ago to a browser without script. */
  returned?: FormState | undefined;
  children: ReactNode;
  labelledBy?: string | undefined;
  draft?: boolean | undefined;
  className?: string | undefined;
};

/** A form that brings files. It is a plain multipart form; with script it is sent without leaving the page. */
export function UploadForm({ draft = false, ...props }: UploadFormProps) {
  const t = useTranslations("forms");
  const errors = useTranslations("errors");
  return (
    <UploadFormClient
      {...props}
      // Without script the browser forgets which files were chosen.
      texts={{ ...formTextsOf(t), ...(props.returned ? { kept: t("keptWithoutFiles") } : {}) }}
      signedOut={errors("signedOut")}
      failed={errors("notSent")}
      draft={draft ? draftTextsOf(t) : undefined}
    />
  );
}
