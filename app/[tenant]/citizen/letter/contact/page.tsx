import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactScreen } from "@/components/citizen/contact-screen";
import { loadLetterAct } from "@/lib/petitions/citizen/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("citizen.contact");
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <ContactScreen view={await loadLetterAct(tenant, "contact")} />;
}
