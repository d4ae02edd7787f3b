import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VerifyScreen } from "@/components/verify/verify-screen";
import { loadVerify } from "@/lib/agreements/public-check/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verify");
  return { title: t("title") };
}

export default async function VerifyPage() {
  return <VerifyScreen view={await loadVerify()} />;
}
