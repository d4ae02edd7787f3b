import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { InvitationsScreen } from "@/components/calendar/invitations-screen";
import { loadInvitations } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ params }: Props) {
  const { tenant } = await params;
  const { actor, view } = await loadInvitations(tenant);
  return (
    <PortalPage actor={actor} current="calendar" wide live>
      <InvitationsScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
