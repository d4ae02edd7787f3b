import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { RefusalReason } from "@/lib/platform/errors/domain-error";
import { refusalMessage } from "@/lib/platform/errors/refusal-message";

/** The act just refused, with the clause that gives it to somebody else; nothing where nothing was refused. */
export function RefusedNote({ refusal }: { refusal: RefusalReason | null }) {
  const t = useTranslations("errors");
  if (!refusal) return null;
  return (
    <Note tone="rule" title={refusalMessage(t, refusal)} quote={refusal.quote} live>
      <p>{t("refusal.recorded")}</p>
    </Note>
  );
}
