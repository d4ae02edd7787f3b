import type { Period } from "@/lib/platform/dates/periods";

export type MeetingFilter = {
  span: Period["span"];
  at: string | null;
  leaderPostId: string | null;
  roomId: string | null;
  officeId: string | null;
  bodyId: string | null;
  kindKey: string | null;
  /** The office that assists. */
  assistId?: string | null | undefined;
  after: string | undefined;
  /** The days of a month as a calendar has them. */
  grid: boolean;
};

/** The address of a list of meetings, which can be sent to a colleague; what is not asked for is left out. */
export function meetingListAddress(base: string, filter: MeetingFilter): string {
  const query = new URLSearchParams({ span: filter.span });
  const named = {
    at: filter.at,
    leader: filter.leaderPostId,
    room: filter.roomId,
    office: filter.officeId,
    body: filter.bodyId,
    kind: filter.kindKey,
    assist: filter.assistId ?? null,
    after: filter.after ?? null,
  };
  if (filter.grid && filter.span === "month") query.set("as", "grid");
  for (const [name, value] of Object.entries(named)) if (value) query.set(name, value);
  return `${base}/list?${query.toString()}`;
}
