import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dayOfQuery } from "@/app/[tenant]/calendar/week-address";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { MeetingRegister } from "@/components/calendar/meeting-register";
import { loadMeetingList } from "@/lib/meetings/loaders";
import { spans } from "@/lib/platform/dates/periods";

type Query = Partial<
  Record<"span" | "at" | "leader" | "room" | "office" | "body" | "kind" | "assist" | "after" | "as", string>
>;
type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idOf = (typed: string | undefined) => (typed && uuid.test(typed) ? typed : null);

/** What the address asks for; what it mistypes is left out. */
function asked(query: Query) {
  const span = spans.find((each) => each === query.span) ?? ("month" as const);
  return {
    span,
    grid: span === "month" && query.as === "grid",
    at: query.at && dayOfQuery(query.at) ? query.at : null,
    leaderPostId: idOf(query.leader),
    roomId: idOf(query.room),
    officeId: idOf(query.office),
    bodyId: idOf(query.body),
    kindKey: query.kind ? query.kind.slice(0, 60) : null,
    assistId: idOf(query.assist),
    after: query.after,
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar.list");
  return { title: t("title") };
}

export default async function MeetingListPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const filter = asked(query);
  const { actor, view } = await loadMeetingList(tenant, filter);
  return (
    <PortalPage actor={actor} current="calendar" wide live>
      <MeetingRegister view={view} tenant={tenant} filter={filter} />
    </PortalPage>
  );
}
