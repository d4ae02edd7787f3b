import "server-only";
import { type Day, dayAt } from "@/lib/platform/dates/days";
import { instantOf } from "@/lib/platform/dates/times";
import type { Query } from "@/lib/platform/queries/run-query";
import { resourcesOf } from "../store";
import type { FreeTimesView } from "../types";
import { loadFreeSlots } from "./load-advice";
import { loadOptions } from "./load-options";

export type FreeTimesInput = {
  leaderPostIds: readonly string[];
  roomId: string | null;
  minutes: number;
  notBefore: Day | null;
};

const shown = 10;

/** Free times of several leaders and a room over the next four weeks, best first; nothing is asked while nobody is named. */
export const getFreeTimes: Query<FreeTimesInput, FreeTimesView> = async ({ tx, actor, input, now }) => {
  const { tenantId } = actor;
  const options = await loadOptions(tx, tenantId);
  const today = dayAt(now);
  const known = new Set(options.leaders.map((leader) => leader.postId));
  const leaderPostIds = input.leaderPostIds.filter((id) => known.has(id));
  const roomId = options.rooms.some((room) => room.id === input.roomId) ? input.roomId : null;
  const asked = { leaderPostIds, roomId, minutes: input.minutes, notBefore: input.notBefore };
  const resourceIds = await resourcesOf(tx, tenantId, { leaderPostIds, roomId });
  if (resourceIds.length === 0) return { options, asked, slots: null, today };
  const begins = input.notBefore && input.notBefore > today ? instantOf(input.notBefore, "00:00") : now;
  const slots = await loadFreeSlots(tx, tenantId, {
    meetingId: null,
    roomId,
    resourceIds,
    minutes: input.minutes,
    notBefore: begins,
    limit: shown,
  });
  return { options, asked, slots, today };
};
