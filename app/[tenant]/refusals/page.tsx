import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { RefusalRegister } from "@/components/refusals/refusal-register";
import { loadRefusals } from "@/lib/desk/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ after?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  await loadRefusals(tenant, after);
  const t = await getTranslations("refusals");
  return { title: t("title") };
}

export default async function RefusalsPage({ params, searchParams }: Props) {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadRefusals(tenant, after);
  return (
    <PortalPage actor={actor} current="refusals">
      <RefusalRegister
        view={view}
        tenant={tenant}
        officeCode={actor.officeCode}
        first={after === undefined}
      />
    </PortalPage>
  );
}
