import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { EndingPage } from "@/components/agreements/ending-page";
import { loadEnding } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; agreementId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadEnding(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function Page({ params }: Props) {
  const { tenant, agreementId } = await params;
  const { actor, view } = await loadEnding(tenant, idFromAddress(agreementId));
  return (
    <PortalPage actor={actor} current="agreements">
      <EndingPage view={view} tenant={tenant} />
    </PortalPage>
  );
}
