import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ReceiptPage } from "@/components/agreements/receipt-page";
import { loadReceipt } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; signatureId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, signatureId } = await params;
  await loadReceipt(tenant, idFromAddress(signatureId));
  const t = await getTranslations("agreements.receipt");
  return { title: t("crumb") };
}

export default async function AgreementReceiptPage({ params }: Props) {
  const { tenant, signatureId } = await params;
  const { actor, view } = await loadReceipt(tenant, idFromAddress(signatureId));
  return (
    <PortalPage actor={actor} current="agreements">
      <ReceiptPage view={view} actor={actor} />
    </PortalPage>
  );
}
