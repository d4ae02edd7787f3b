import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DelegationsScreen } from "@/components/agreements/delegations-screen";
import { loadDelegations } from "@/lib/agreements/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements.delegations");
  return { title: t("title") };
}

export default async function DelegationsPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadDelegations(tenant);
  return (
    <PortalPage actor={actor} current="agreements">
      <DelegationsScreen view={view} tenant={tenant} office={actor.officeCode} />
    </PortalPage>
  );
}
