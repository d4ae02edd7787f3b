import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import type { PetitionPageView } from "@/lib/petitions/types";

type StepHeaderProps = {
  view: PetitionPageView;
  tenant: string;
  title: string;
  lead?: string | undefined;
  act?: ReactNode;
};

/** The head of a page that does one step with a letter. */
export function StepHeader({ view, tenant, title, lead, act }: StepHeaderProps) {
  const t = useTranslations("petitions");
  const base = `/${tenant}/petitions`;
  return (
    <PageHeader
      breadcrumbs={[
        { label: t("title"), href: base },
        { label: view.code, href: `${base}/${view.petitionId}` },
        // The step itself: on a phone what stands before it is the way back, and that is the letter.
        { label: title },
      ]}
      title={title}
      lead={lead}
      act={act}
    />
  );
}
