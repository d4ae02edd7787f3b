import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextField } from "@/components/forms/text-field";
import { keepHandoverReceiptAction } from "@/lib/petitions/actions";

type Props = { handoverId: string; tenant: string };

function About({ handoverId, tenant, outcome }: Props & { outcome: "accepted" | "refused" }) {
  return (
    <>
      <HiddenField name="tenant" value={tenant} />
      <HiddenField name="handoverId" value={handoverId} />
      <HiddenField name="outcome" value={outcome} />
    </>
  );
}

/** What came back: a receipt with its number and day; or a refusal, after which the same steps go again. */
export function ReceiptForms(props: Props) {
  const t = useTranslations("petitions.handovers");
  return (
    <>
      <ActionForm id="receipt" action={keepHandoverReceiptAction}>
        <About {...props} outcome="accepted" />
        <TextField name="receiptNumber" label={t("receiptNumber")} maxLength={60} width="half" />
        <DateField name="receiptOn" label={t("receiptOn")} />
        <SubmitButton look="fill">{t("keepReceipt")}</SubmitButton>
      </ActionForm>
      <details className="more">
        <summary>{t("refusedAct")}</summary>
        <ActionForm id="refused" action={keepHandoverReceiptAction}>
          <About {...props} outcome="refused" />
          <TextArea name="reason" label={t("refusalReason")} hint={t("refusalHint")} rows={2} />
          <SubmitButton look="plain">{t("keepRefusal")}</SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}
