import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { RevokeDelegationForm } from "@/components/agreements/revoke-delegation-form";
import { loadDelegations } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; delegationId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements.delegations");
  return { title: t("revoke") };
}

export default async function RevokeDelegationPage({ params }: Props) {
  const { tenant, delegationId } = await params;
  const id = idFromAddress(delegationId);
  const { actor, view } = await loadDelegations(tenant);
  const delegation = view.items.find((item) => item.id === id);
  if (!view.may || !delegation || delegation.revoked) notFound();
  return (
    <PortalPage actor={actor} current="agreements">
      <RevokeDelegationForm delegation={delegation} tenant={tenant} />
    </PortalPage>
  );
}
