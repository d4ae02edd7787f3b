import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TellScreen } from "@/components/citizen/tell-screen";
import { loadTell } from "@/lib/petitions/citizen/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("citizen.tell");
  return { title: t("page") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <TellScreen view={await loadTell(tenant)} />;
}
