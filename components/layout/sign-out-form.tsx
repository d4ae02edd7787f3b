"use client";

import type { ReactNode } from "react";
import { forgetDrafts } from "@/components/forms/draft-store";

type SignOutFormProps = { action: (formData: FormData) => Promise<void>; children: ReactNode };

/** Ends the session, and takes unsaved drafts out of this browser first. */
export function SignOutForm({ action, children }: SignOutFormProps) {
  return (
    <form action={action} onSubmit={forgetDrafts}>
      {children}
    </form>
  );
}
