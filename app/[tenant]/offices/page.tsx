import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PageHeader } from "@/components/layout/page-header";
import { OfficeSection } from "@/components/offices/office-section";
import { loadOfficeList } from "@/lib/offices/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offices");
  return { title: t("title") };
}

export default async function OfficesPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadOfficeList(tenant);
  const t = await getTranslations("offices");
  return (
    <PortalPage actor={actor} current="offices">
      <PageHeader title={t("title")} lead={t("lead")} />
      {actor.demo ? <p className="text-muted">{t("demo")}</p> : null}
      {view.offices.map((office) => (
        <OfficeSection key={office.id} office={office} demonstration={actor.demo} />
      ))}
    </PortalPage>
  );
}
