import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { CasesRegister } from "@/components/petitions/cases/cases-register";
import { loadCases } from "@/lib/petitions/cases/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ after?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  await loadCases(tenant, after);
  const t = await getTranslations("petitions.cases");
  return { title: t("list") };
}

export default async function CasesPage({ params, searchParams }: Props) {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadCases(tenant, after);
  return (
    <PortalPage actor={actor} current="petitions">
      <CasesRegister view={view} tenant={tenant} first={after === undefined} />
    </PortalPage>
  );
}
