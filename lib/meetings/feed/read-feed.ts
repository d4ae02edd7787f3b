import "server-only";
import { publicClient } from "@/lib/platform/db/client";
import { hashOfToken } from "./feed-token";

export type FeedEvent = {
  meetingId: string;
  /** Null where the office only knows that the leader or the room is taken. */
  title: string | null;
  startsAt: Date;
  endsAt: Date;
  place: string;
  state: "filed" | "approved" | "confirmed" | "postponed" | "cancelled";
  revision: number;
  changedAt: Date | null;
};

export type Feed = { scope: "office" | "leader" | "room"; name: string; events: FeedEvent[] };

type FeedRow = {
  kind: "office" | "leader" | "room" | "meeting" | "busy";
  id: string;
  title: string | null;
  starts_at: Date;
  ends_at: Date;
  place: string | null;
  state: FeedEvent["state"];
  revision: number;
  changed_at: Date | null;
};

/** What an address of a feed answers, whoever asks; null for one that is none, or no longer. */
export async function readFeed(tenantSlug: string, token: string): Promise<Feed | null> {
  const hash = hashOfToken(token);
  const rows = await publicClient().$queryRaw<FeedRow[]>`select * from calendar_feed(${tenantSlug}, ${hash})`;
  const [head, ...rest] = rows;
  if (!head || head.kind === "meeting" || head.kind === "busy") return null;
  return {
    scope: head.kind,
    name: head.title ?? "",
    events: rest.map((row) => ({
      meetingId: row.id,
      title: row.kind === "busy" ? null : row.title,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      place: row.place ?? "",
      state: row.state,
      revision: row.revision,
      changedAt: row.changed_at,
    })),
  };
}
