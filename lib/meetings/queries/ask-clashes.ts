import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import type { AskedTime } from "../schema";
import { resourcesOf } from "../store";
import type { TypedAdvice } from "../types";
import { loadAdvice } from "./load-advice";

/**
 * What a form is told while it is typed: what clashes with whom and what it names so far, and three free times. Nothing is
 * written and nobody is locked: filing asks once more.
 */
export const askClashes: Query<AskedTime, TypedAdvice> = async ({ tx, actor, input, now }) => {
  const { tenantId } = actor;
  const { startsAt, endsAt, roomId } = input;
  const leaderPostIds = [...input.leaderPostIds, ...(input.chairPostId ? [input.chairPostId] : [])];
  const resourceIds = await resourcesOf(tx, tenantId, { leaderPostIds, roomId, kitIds: input.kitIds });
  if (resourceIds.length === 0) return { clashes: [], slots: [], free: false };
  // Of what one may not read nothing is left out of the count: its own claims would tell whose they are.
  const meeting = input.meetingId
    ? await tx.meeting.findUnique({
        where: { tenantId_id: { tenantId, id: input.meetingId } },
        select: { id: true, createdAt: true },
      })
    : null;
  // Until a kind is chosen it is judged as the last of all in rank.
  const kind =
    (await tx.meetingKind.findFirst({ where: { tenantId, key: input.kindKey }, select: { key: true } })) ??
    (await tx.meetingKind.findFirst({
      where: { tenantId },
      orderBy: [{ rank: "desc" }, { key: "asc" }],
      select: { key: true },
    }));
  const wish = {
    meetingId: meeting?.id ?? null,
    resourceIds,
    roomId,
    kindKey: kind?.key ?? "",
    filedAt: meeting?.createdAt ?? now,
    startsAt,
    endsAt,
  };
  const advice = await loadAdvice(tx, tenantId, wish, now);
  return { ...advice, free: advice.clashes.length === 0 };
};
