import { useTranslations } from "next-intl";
import { MarkedText } from "@/components/agreements/marked-text";
import type { PaperChange as Change } from "@/lib/agreements/types";

/** From which form of the paper to which, and who was added to or struck from the recipients. */
export function PaperChange({ change: { form, recipients } }: { change: Change }) {
  const t = useTranslations("agreements.changes");
  const words = useTranslations("agreements.chooseForm");
  return (
    <ul className="changes">
      {form ? (
        <li>{t("form", { from: words(`forms.${form.from}`), to: words(`forms.${form.to}`) })}</li>
      ) : null}
      {recipients.some(({ kind }) => kind !== "same") ? (
        <li>
          {t("recipients")} <MarkedText text={recipients} />
        </li>
      ) : null}
    </ul>
  );
}
