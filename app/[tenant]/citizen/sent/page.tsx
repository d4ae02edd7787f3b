import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SentScreen } from "@/components/citizen/sent-screen";
import { loadSent } from "@/lib/petitions/citizen/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("citizen.sent");
  return { title: t("page") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <SentScreen view={await loadSent(tenant)} />;
}
