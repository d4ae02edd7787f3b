import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PartyScreen } from "@/components/agreements/outside/party-screen";
import { loadParty } from "@/lib/agreements/external/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("party");
  return { title: t("page") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <PartyScreen view={await loadParty(tenant)} />;
}
