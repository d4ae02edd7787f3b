import type { Metadata } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { NotFoundScreen } from "@/components/error-pages/not-found-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errorPages.notFound");
  return { title: t("title") };
}

// Made for each request: a page made at the build could not carry the request's nonce, and its scripts would not run.
export default async function NotFound() {
  await connection();
  return <NotFoundScreen homeHref="/" />;
}
