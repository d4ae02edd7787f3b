import type { ComponentProps } from "react";
import { ConfirmForm } from "@/components/forms/confirm-form";
import { TextArea } from "@/components/forms/text-area";

type ReasonFormProps = Omit<ComponentProps<typeof ConfirmForm>, "children"> & { label: string };

/** An act that ends something and says why. */
export function ReasonForm({ label, ...form }: ReasonFormProps) {
  return (
    <ConfirmForm {...form}>
      <TextArea name="reason" label={label} rows={4} maxLength={2000} />
    </ConfirmForm>
  );
}
