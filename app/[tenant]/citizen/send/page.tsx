import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SendScreen } from "@/components/citizen/send-screen";
import { loadSend } from "@/lib/petitions/citizen/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("citizen.send");
  return { title: t("page") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <SendScreen view={await loadSend(tenant)} />;
}
