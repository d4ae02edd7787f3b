import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetterScreen } from "@/components/citizen/letter-screen";
import { loadLetter } from "@/lib/petitions/citizen/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("citizen.letter");
  return { title: t("page") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <LetterScreen view={await loadLetter(tenant)} />;
}
