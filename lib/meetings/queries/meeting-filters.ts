import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { Period } from "@/lib/platform/dates/periods";
import { Prisma } from "@/lib/platform/db/generated/client";
import { readKindChoice } from "../variants";

export type MeetingListInput = {
  span: Period["span"];
  at: Day | null;
  leaderPostId: string | null;
  roomId: string | null;
  officeId: string | null;
  bodyId: string | null;
  kindKey: string | null;
  /** The office that assists. */
  assistId?: string | null | undefined;
  after?: string | undefined;
  /** The days of the period as a calendar has them, in place of rows. */
  grid?: boolean | undefined;
};

/** What a list of meetings `m` was asked for besides its days: each is an equality, and what is not asked for holds. */
export function matching(input: Omit<MeetingListInput, "span" | "at" | "after">): Prisma.Sql {
  const { kindKey, variant } = input.kindKey
    ? readKindChoice(input.kindKey)
    : { kindKey: null, variant: null };
  return Prisma.sql`(${kindKey}::text is null or m.kind_key = ${kindKey})
      and (${variant}::text is null or m.variant = ${variant})
      and (${input.roomId}::uuid is null or m.room_id = ${input.roomId}::uuid)
      and (${input.officeId}::uuid is null or m.lead_office_id = ${input.officeId}::uuid)
      and (${input.assistId ?? null}::uuid is null or exists (select 1 from meeting_offices a where a.tenant_id = m.tenant_id
        and a.meeting_id = m.id and a.part = 'assist' and a.office_id = ${input.assistId ?? null}::uuid))
      and (${input.bodyId}::uuid is null or exists (select 1 from meeting_bodies b where b.tenant_id = m.tenant_id
        and b.meeting_id = m.id and b.body_id = ${input.bodyId}::uuid))
      and (${input.leaderPostId}::uuid is null or exists (select 1 from meeting_leaders l where l.tenant_id = m.tenant_id
        and l.meeting_id = m.id and l.post_id = ${input.leaderPostId}::uuid))`;
}

/** Not filed and taken back the next moment, before anybody went on: that is no line of a register. */
export const standing = Prisma.sql`
      not (m.state = 'cancelled' and m.revision = 2 and m.changed_at < m.created_at + interval '2 minutes')`;
