import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddScreen } from "@/components/citizen/add-screen";
import { loadLetterAct } from "@/lib/petitions/citizen/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("citizen.add");
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <AddScreen view={await loadLetterAct(tenant, "add")} />;
}
