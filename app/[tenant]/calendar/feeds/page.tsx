import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { FeedsScreen } from "@/components/calendar/feeds-screen";
import { loadFeeds } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<{ after?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.feeds");
  return { title: t("title") };
}

export default async function FeedsPage({ params, searchParams }: Props) {
  const [{ tenant }, { after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadFeeds(tenant, after);
  return (
    <PortalPage actor={actor} current="calendar">
      <FeedsScreen view={view} tenant={tenant} officeCode={actor.officeCode} isFirst={after === undefined} />
    </PortalPage>
  );
}
