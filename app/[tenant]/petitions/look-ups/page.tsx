import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { LookUpsRegister } from "@/components/petitions/secrecy/look-ups-register";
import { loadLookUps } from "@/lib/petitions/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ until?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ tenant }, { until }] = await Promise.all([params, searchParams]);
  await loadLookUps(tenant, until);
  const t = await getTranslations("petitions.lookUps");
  return { title: t("title") };
}

export default async function LookUpsPage({ params, searchParams }: Props) {
  const [{ tenant }, { until }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadLookUps(tenant, until);
  return (
    <PortalPage actor={actor} current="looks">
      <LookUpsRegister view={view} tenant={tenant} officeCode={actor.officeCode} />
    </PortalPage>
  );
}
