import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { FreeTimes } from "@/components/calendar/free-times";
import { loadFreeTimes } from "@/lib/meetings/loaders";
import { dayAt, parseTypedDay } from "@/lib/platform/dates/days";

type Query = { leader?: string | string[]; room?: string; minutes?: string; from?: string };
type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address asks for; what it mistypes is left out. */
function asked(query: Query) {
  const minutes = Number(query.minutes ?? 120);
  return {
    leaderPostIds: [query.leader ?? []].flat().filter((id) => uuid.test(id)),
    roomId: query.room && uuid.test(query.room) ? query.room : null,
    minutes: Number.isInteger(minutes) && minutes >= 30 && minutes <= 570 ? minutes : 120,
    notBefore: query.from ? parseTypedDay(query.from, dayAt(new Date())) : null,
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.free");
  return { title: t("title") };
}

export default async function FreeTimesPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadFreeTimes(tenant, asked(query));
  return (
    <PortalPage actor={actor} current="calendar">
      <FreeTimes view={view} tenant={tenant} />
    </PortalPage>
  );
}
