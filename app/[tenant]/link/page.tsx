import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkScreen } from "@/components/external/link-screen";
import { loadLink } from "@/lib/petitions/external/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("link");
  return { title: t("page") };
}

export default async function Page({ params }: Props) {
  const { tenant } = await params;
  return <LinkScreen view={await loadLink(tenant)} />;
}
