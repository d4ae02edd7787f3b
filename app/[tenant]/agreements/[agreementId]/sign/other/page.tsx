import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { OtherWaysPage } from "@/components/agreements/other-ways-page";
import { loadOtherWays } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadOtherWays(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function AgreementOtherWaysPage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadOtherWays(tenant, idFromAddress(agreementId));
  if (!view.may.sign) notFound();
  return (
    <PortalPage actor={actor} current="agreements">
      <OtherWaysPage view={view} actor={actor} />
    </PortalPage>
  );
}
