import "server-only";
import { formatDay } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { type CheckedParts, type ContentInput, checkContent, takenBy } from "./parts";
import { loadChoices, loadClashes, type Wish } from "./queries/load-advice";
import { obstacleTo } from "./rules";
import { lockResources, resourcesOf } from "./store";
import type { Clash } from "./types";

type Reasons = { confirms: boolean; overrideReason: string | null; displaceReason: string | null };

/**
 * Throws what a person is told when a wish cannot be placed: of one with what clashes and three free times, of several with
 * what clashes on which day. A reason that a meeting keeps for passing over travel and set-up holds.
 */
export async function assertFree(
  tx: TenantTx,
  actor: Actor,
  wishes: readonly (Wish & { overrideReason?: string | null })[],
  reasons: Reasons,
  now: Date,
): Promise<void> {
  const actOf = (wish: (typeof wishes)[number] | undefined) => ({
    confirms: reasons.confirms,
    overrides: (reasons.overrideReason ?? wish?.overrideReason ?? null) !== null,
    displaces: reasons.displaceReason !== null,
  });
  const found = await loadClashes(tx, actor.tenantId, wishes);
  const obstacles = found.map((clashes, nth) => obstacleTo(clashes, actOf(wishes[nth])));
  const obstacle = obstacles.find((each) => each !== null);
  if (!obstacle) return;
  const [wish] = wishes;
  if (wishes.length === 1 && wish) {
    const [slots = []] = await loadChoices(tx, actor.tenantId, [wish], now);
    throw new DomainError("conflict", `clash.${obstacle}`, { advice: { clashes: found[0], slots } });
  }
  const clashes = found.flatMap((each, nth) => (obstacles[nth] ? each : [])).map(withDay);
  throw new DomainError("conflict", "clash.following", { advice: { clashes, slots: [] } });
}

/** Of several days at once each line says which. */
function withDay(clash: Clash): Clash {
  return { ...clash, resource: `${formatDay(clash.day)}, ${clash.resource}` };
}

type CheckedMeeting = { id: string; createdAt: Date; startsAt: Date; endsAt: Date };

/**
 * Checks what a form says of meetings and that its leaders and its room are free at each one's new time, under their locks;
 * answers what is to be written. No meetings: the one that is to be filed.
 */
export async function checkForm(
  tx: TenantTx,
  actor: Actor,
  meetings: readonly CheckedMeeting[],
  input: ContentInput & { startsAt: Date; endsAt: Date },
  reasons: Reasons,
  now: Date,
): Promise<CheckedParts> {
  const parts = await checkContent(tx, actor.tenantId, input);
  const resourceIds = await resourcesOf(tx, actor.tenantId, takenBy(input));
  await lockResources(tx, resourceIds);
  const { roomId, kindKey, startsAt, endsAt } = input;
  const taken = { resourceIds, roomId, kindKey };
  const wishes: Wish[] =
    meetings.length === 0
      ? [{ ...taken, meetingId: null, filedAt: now, startsAt, endsAt }]
      : meetings.map((meeting) => ({
          ...taken,
          meetingId: meeting.id,
          filedAt: meeting.createdAt,
          startsAt: meeting.startsAt,
          endsAt: meeting.endsAt,
        }));
  await assertFree(tx, actor, wishes, reasons, now);
  return parts;
}

/** The time each gets when the first one gets a new one: moved and lengthened as it is, so that what was moved alone stays apart. */
export function movedAlike<Meeting extends { startsAt: Date; endsAt: Date }>(
  meetings: readonly [Meeting, ...Meeting[]],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): [Meeting, ...Meeting[]] {
  const [first, ...later] = meetings;
  const begins = startsAt.getTime() - first.startsAt.getTime();
  const ends = endsAt.getTime() - first.endsAt.getTime();
  const moved = later.map((meeting) => ({
    ...meeting,
    startsAt: new Date(meeting.startsAt.getTime() + begins),
    endsAt: new Date(meeting.endsAt.getTime() + ends),
  }));
  if (moved.some((meeting) => meeting.endsAt <= meeting.startsAt)) {
    throw new DomainError("invalid", "invalid", { fields: { until: ["endsBeforeItStarts"] } });
  }
  return [{ ...first, startsAt, endsAt }, ...moved];
}

/**
 * Puts the claims of meetings as their rows now stand; the database judges them once more and refuses with PH004. Where no
 * reason is given now, the one that a meeting keeps holds.
 */
export async function placeClaims(
  tx: TenantTx,
  meetingIds: readonly string[],
  reasons: Pick<Reasons, "overrideReason" | "displaceReason">,
): Promise<void> {
  await tx.$executeRaw`
    select place_claims(m.id, ${reasons.displaceReason}, coalesce(${reasons.overrideReason}, m.override_reason))
    from unnest(${[...meetingIds]}::uuid[]) with ordinality as each (id, nth)
    join meetings m on m.tenant_id = current_tenant() and m.id = each.id order by each.nth`;
}
