import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { AgreementPageView } from "@/lib/agreements/types";

/** Says before a change whose consents it will take away. */
export function ConsentsCleared({ view }: { view: AgreementPageView }) {
  const t = useTranslations("agreements.editArticle");
  const given = view.parties.filter((party) => view.consents.some((consent) => consent.partyId === party.id));
  if (given.length === 0) return null;
  return (
    <Note tone="due" title={t("clears", { offices: given.map((party) => party.office.code).join(", ") })} />
  );
}
