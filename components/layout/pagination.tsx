import { useTranslations } from "next-intl";

type PaginationProps = {
  /** The address of the page that begins after this one's last key; left out on the last page. */
  nextHref?: string | undefined;
  /** Back to the beginning; left out on the first page. */
  firstHref?: string | undefined;
};

/** Pages by key: there is a next one and a first one, and no numbers. */
export function Pagination({ nextHref, firstHref }: PaginationProps) {
  const t = useTranslations("shell.pages");
  if (!nextHref && !firstHref) return null;
  return (
    <nav className="pages" aria-label={t("label")}>
      {firstHref ? (
        <a className="btn" href={firstHref}>
          {t("first")}
        </a>
      ) : null}
      {nextHref ? (
        <a className="btn" href={nextHref} rel="next">
          {t("next")}
        </a>
      ) : null}
    </nav>
  );
}
