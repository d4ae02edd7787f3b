import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { NoticesScreen } from "@/components/calendar/notices-screen";
import { loadNotices } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ after?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

export default async function NoticesPage({ params, searchParams }: Props) {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadNotices(tenant, after);
  return (
    <PortalPage actor={actor} current="notices" live>
      <NoticesScreen
        view={view}
        tenant={tenant}
        officeCode={actor.officeCode}
        isFirst={after === undefined}
      />
    </PortalPage>
  );
}
