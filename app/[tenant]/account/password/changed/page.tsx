import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { loadAccount } from "../../loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.password");
  return { title: t("changed") };
}

export default async function PasswordChangedPage({ params }: Props) {
  const { tenant } = await params;
  const { actor } = await loadAccount(tenant);
  const t = await getTranslations("account.password");
  return (
    <PortalPage actor={actor}>
      <PageHeader title={t("changed")} lead={t("changedText")} />
      <LinkButton href={`/${tenant}`}>{t("home")}</LinkButton>
    </PortalPage>
  );
}
