import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { AgreementPageView } from "@/lib/agreements/types";

/** Says aloud, wherever one consents or signs, that words and matrix do not agree, and leads to the clause. */
export function ContradictionsNote({ view, base }: { view: AgreementPageView; base: string }) {
  const t = useTranslations("agreements.contradictions");
  const open = view.version.storedState === "draft" || view.version.storedState === "negotiating";
  const signing = view.version.storedState === "awaiting-signatures";
  if (view.contradictions.length === 0 || (!open && !signing)) return null;
  return (
    <Note tone="alarm" title={t("title")}>
      <ul>
        {view.contradictions.map(({ articleKey, article, clause, leadCode }) => (
          <li key={`${article}.${clause}`}>
            {t("clause", { article, clause, office: leadCode })}{" "}
            {view.may.edit ? (
              <a href={`${base}/articles/${articleKey}`}>{t("mend", { article })}</a>
            ) : (
              <a href={`${base}#article-${article}-${clause}`}>{t("see")}</a>
            )}
          </li>
        ))}
      </ul>
      <p>{t(open ? "before" : "whileSigning")}</p>
    </Note>
  );
}
