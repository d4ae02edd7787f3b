import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DueScreen } from "@/components/petitions/due-screen";
import { loadDue } from "@/lib/petitions/clocks/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clocks.due");
  return { title: t("title") };
}

export default async function DuePage({ params, searchParams }: Props) {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  const key = typeof after === "string" ? after : undefined;
  const { actor, view } = await loadDue(tenant, key);
  return (
    <PortalPage actor={actor} current="petitions">
      <DueScreen view={view} tenant={tenant} officeCode={actor.officeCode} isFirst={key === undefined} />
    </PortalPage>
  );
}
