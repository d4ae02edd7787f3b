import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { LooksRegister } from "@/components/petitions/secrecy/looks-register";
import { loadLooks } from "@/lib/petitions/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ after?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  await loadLooks(tenant, after);
  const t = await getTranslations("petitions.looks");
  return { title: t("title") };
}

export default async function LooksPage({ params, searchParams }: Props) {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadLooks(tenant, after);
  return (
    <PortalPage actor={actor} current="looks">
      <LooksRegister view={view} tenant={tenant} officeCode={actor.officeCode} first={after === undefined} />
    </PortalPage>
  );
}
