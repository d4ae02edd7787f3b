import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ItemForm } from "@/components/programmes/item-form";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { loadItemForm } from "@/lib/work-programmes/loaders";

type Props = { params: Promise<{ tenant: string; programmeId: string; itemId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes.form");
  return { title: t("edit") };
}

export default async function ItemPage({ params }: Props) {
  const { tenant, programmeId, itemId } = await params;
  const { actor, view } = await loadItemForm(tenant, idFromAddress(programmeId), idFromAddress(itemId));
  return (
    <PortalPage actor={actor} current="calendar">
      <ItemForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
