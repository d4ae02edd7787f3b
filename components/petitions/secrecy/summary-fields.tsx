import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/forms/checkbox";
import { TextArea } from "@/components/forms/text-area";

/** What goes out of a sealed letter: written by the handler, who says that it does not tell who denounced. */
export function SummaryFields() {
  const t = useTranslations("petitions.secrecy");
  return (
    <>
      <TextArea name="summary" label={t("summary")} hint={t("summaryHint")} rows={3} />
      <Checkbox name="summaryChecked" label={t("summaryChecked")} />
    </>
  );
}
