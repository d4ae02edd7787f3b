import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DraftAgreementForm } from "@/components/agreements/draft-agreement-form";
import { loadDraftOptions } from "@/lib/agreements/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements.draft");
  return { title: t("title") };
}

export default async function NewAgreementPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadDraftOptions(tenant);
  return (
    <PortalPage actor={actor} current="agreements">
      <DraftAgreementForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
