import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { AgreementRegister } from "@/components/agreements/agreement-register";
import { loadAgreementList } from "@/lib/agreements/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ after?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

export default async function AgreementsPage({ params, searchParams }: Props) {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadAgreementList(tenant, after);
  return (
    <PortalPage actor={actor} current="agreements">
      <AgreementRegister
        view={view}
        base={`/${tenant}/agreements`}
        tenant={tenant}
        first={after === undefined}
      />
    </PortalPage>
  );
}
