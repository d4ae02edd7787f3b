import { useTranslations } from "next-intl";

/** The sentence that keeps a demonstration from being taken for a province. */
export function Footer({ demonstration }: { demonstration: boolean }) {
  const t = useTranslations("shell");
  return <footer className="foot">{demonstration ? t("demonstrationSentence") : t("product")}</footer>;
}
