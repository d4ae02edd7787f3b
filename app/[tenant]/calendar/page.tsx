import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type WeekQuery, weekQuery } from "@/app/[tenant]/calendar/week-address";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { UndoAct } from "@/components/calendar/undo-act";
import { WeekScreen } from "@/components/calendar/week-screen";
import { loadWeek } from "@/lib/meetings/loaders";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<WeekQuery> };

async function load({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const { day, version, working, onlyChanges } = weekQuery(query);
  return { tenant, onlyChanges, ...(await loadWeek(tenant, day, version, working)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  const t = await getTranslations("calendar");
  return { title: t("heading", { week: view.week }) };
}

export default async function CalendarPage(props: Props) {
  const { actor, view, tenant, onlyChanges } = await load(props);
  return (
    <PortalPage
      actor={actor}
      current="calendar"
      wide
      live
      undo={view.undo ? <UndoAct key={view.undo.actId} undo={view.undo} tenant={tenant} /> : null}
    >
      <WeekScreen view={view} tenant={tenant} onlyChanges={onlyChanges} />
    </PortalPage>
  );
}
