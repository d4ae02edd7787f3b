import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import type { FormAction } from "@/lib/platform/forms/form-state";

type TaskFormProps = {
  id: string;
  action: FormAction;
  tenant: string;
  /** What the page knows and the command asks for: the task, its revision, the addressed office. */
  known: Readonly<Record<string, string>>;
  children: ReactNode;
  draft?: boolean | undefined;
};

/** A form of a task's page. */
export function TaskForm({ id, action, tenant, known, children, draft }: TaskFormProps) {
  return (
    <ActionForm id={id} action={action} draft={draft}>
      <HiddenField name="tenant" value={tenant} />
      {Object.entries(known).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {children}
    </ActionForm>
  );
}
