import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundScreen } from "@/components/error-pages/not-found-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errorPages.notFound");
  return { title: t("title") };
}

export default function NotFound() {
  return <NotFoundScreen homeHref="/" />;
}
