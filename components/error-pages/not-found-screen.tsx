import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/layout/brand-mark";

type NotFoundScreenProps = { homeHref: string; switchPostHref?: string | undefined };

/** The same page for what does not exist and for what one may not see. */
export function NotFoundScreen({ homeHref, switchPostHref }: NotFoundScreenProps) {
  const t = useTranslations("errorPages.notFound");
  return (
    <main className="stop" id="content" tabIndex={-1}>
      <BrandMark />
      <div className="empty">
        <h1>{t("title")}</h1>
        <p>{t("text")}</p>
        <div className="acts">
          <a className="btn btn--fill" href={homeHref}>
            {t("home")}
          </a>
          {switchPostHref ? <a href={switchPostHref}>{t("switchPost")}</a> : null}
        </div>
      </div>
    </main>
  );
}
