import { useTranslations } from "next-intl";
import { useUnsaidRule } from "@/components/agreements/unsaid-rule";
import { Note } from "@/components/ui/note";
import type { AgreementPageView } from "@/lib/agreements/types";

/** Says aloud, wherever one consents or signs, that words and what the portal works by do not agree, and leads to the clause. */
export function ContradictionsNote({ view, base }: { view: AgreementPageView; base: string }) {
  const t = useTranslations("agreements.contradictions");
  const unsaid = useUnsaidRule();
  const open = view.version.storedState === "draft" || view.version.storedState === "negotiating";
  const signing = view.version.storedState === "awaiting-signatures";
  if (view.contradictions.length === 0 || (!open && !signing)) return null;
  return (
    <Note tone="alarm" title={t("title")}>
      <ul>
        {view.contradictions.map((contradiction) => {
          const { articleKey, article, clause, rule } = contradiction;
          return (
            <li key={`${article}.${clause}.${rule}`}>
              {unsaid(contradiction)}{" "}
              {view.may.edit ? (
                <a href={`${base}/articles/${articleKey}`}>{t("mend", { article })}</a>
              ) : (
                <a href={`${base}#article-${article}-${clause}`}>{t("see")}</a>
              )}
            </li>
          );
        })}
      </ul>
      <p>{t(open ? "before" : "whileSigning")}</p>
    </Note>
  );
}
