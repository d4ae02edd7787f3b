import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/platform/forms/form-state";

type ConfirmFormProps = {
  id: string;
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** What will happen, and what can no longer be changed then. */
  text: ReactNode;
  submit: string;
  back: { href: string; label: string };
  /** What the act asks for: a reason, a result. */
  children?: ReactNode;
  draft?: boolean | undefined;
};

/** An act that cannot be undone, on a page of its own: its consequence, what it asks for, a way back of the same size. */
export function ConfirmForm({ id, action, hidden, text, submit, back, children, draft }: ConfirmFormProps) {
  return (
    <ActionForm id={id} action={action} className="form" draft={draft}>
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <p className="line-max mb-4">{text}</p>
      {children}
      <div className="halves">
        <SubmitButton size="big">{submit}</SubmitButton>
        <LinkButton size="big" href={back.href}>
          {back.label}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
