import { useLocale, useTranslations } from "next-intl";

type LanguageFormProps = {
  action: (formData: FormData) => Promise<void>;
  className?: string | undefined;
};

/** The way to the other language, named in that language. */
export function LanguageForm({ action, className }: LanguageFormProps) {
  const t = useTranslations("shell");
  const other = useLocale() === "vi" ? "en" : "vi";
  return (
    <form action={action}>
      <input type="hidden" name="language" value={other} />
      <button type="submit" lang={other} className={className}>
        {t("otherLanguage")}
      </button>
    </form>
  );
}
