import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PasteScreen } from "@/components/calendar/paste-screen";
import { loadMeetingForm } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.acts");
  return { title: t("paste") };
}

export default async function PasteRowsPage({ params }: Props) {
  const { tenant } = await params;
  const { actor } = await loadMeetingForm(tenant, undefined);
  return (
    <PortalPage actor={actor} current="calendar">
      <PasteScreen tenant={tenant} />
    </PortalPage>
  );
}
