import { useLocale, useTranslations } from "next-intl";
import { setLanguageAction } from "@/lib/platform/auth/actions";

/** The way to the other language, named in that language. */
export function LanguageForm({ className }: { className?: string | undefined }) {
  const t = useTranslations("shell");
  const other = useLocale() === "vi" ? "en" : "vi";
  return (
    <form action={setLanguageAction}>
      <input type="hidden" name="language" value={other} />
      <button type="submit" lang={other} className={className}>
        {t("otherLanguage")}
      </button>
    </form>
  );
}
