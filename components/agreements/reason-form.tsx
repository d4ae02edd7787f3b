import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/platform/forms/form-state";

type ReasonFormProps = {
  id: string;
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** What will happen. */
  text: string;
  label: string;
  submit: string;
  back: { href: string; label: string };
};

/** An act that ends something: its consequence, its reason, and a way back of the same size. */
export function ReasonForm({ id, action, hidden, text, label, submit, back }: ReasonFormProps) {
  return (
    <ActionForm id={id} action={action} className="form">
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <p className="line-max mb-4">{text}</p>
      <TextArea name="reason" label={label} rows={4} maxLength={2000} />
      <div className="halves">
        <SubmitButton size="big">{submit}</SubmitButton>
        <LinkButton size="big" href={back.href}>
          {back.label}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
