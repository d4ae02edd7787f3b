import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/layout/empty-state";
import { StepHeader } from "@/components/petitions/way/step-header";
import { LinkButton } from "@/components/ui/link-button";
import type { PetitionPageView } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string; step: string; text: string };

/** A step that is not open: whose turn it is, and the way back to the letter. */
export function StepNotOpen({ view, tenant, step, text }: Props) {
  const t = useTranslations("petitions.way");
  return (
    <>
      <StepHeader view={view} tenant={tenant} title={step} />
      <EmptyState title={t("notNow")} text={text}>
        <LinkButton href={`/${tenant}/petitions/${view.petitionId}`}>
          {t("backToLetter", { code: view.code })}
        </LinkButton>
      </EmptyState>
    </>
  );
}
