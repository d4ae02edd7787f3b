import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { SignPage } from "@/components/agreements/sign-page";
import { loadSigningPage } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadSigningPage(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function AgreementSignPage({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadSigningPage(tenant, idFromAddress(agreementId));
  if (!view.may.sign) notFound();
  return (
    <PortalPage actor={actor} current="agreements">
      <SignPage view={view} actor={actor} />
    </PortalPage>
  );
}
