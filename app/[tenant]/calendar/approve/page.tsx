import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ApproveScreen } from "@/components/calendar/approve-screen";
import { loadApprovals } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.approve");
  return { title: t("title") };
}

export default async function ApprovePage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadApprovals(tenant);
  return (
    <PortalPage actor={actor} current="calendar">
      <ApproveScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
