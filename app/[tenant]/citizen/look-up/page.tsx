import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LookUpScreen } from "@/components/citizen/look-up-screen";
import { loadLookUp } from "@/lib/petitions/citizen/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("citizen.lookUp");
  return { title: t("page") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <LookUpScreen view={await loadLookUp(tenant)} />;
}
