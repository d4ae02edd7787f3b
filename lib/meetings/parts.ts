import "server-only";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";

/** What a meeting says of kind, place and people, as its forms send it. */
export type ContentInput = {
  title: string;
  kindKey: string;
  variant: string | null;
  roomId: string | null;
  placeText: string | null;
  chairPostId: string | null;
  chairText: string | null;
  leaderPostIds: readonly string[];
  optionalPostIds: readonly string[];
  participants: string;
  preparing: string;
  serving: string;
  mode: string;
  visibility: string;
  note: string;
  bodyIds: readonly string[];
  kitIds: readonly string[];
  /** Undefined where the form does not ask. */
  points?: number | null | undefined;
  delegates?: number | null | undefined;
};

export type LeaderPart = "chair" | "required" | "optional";

type LeaderRow = { personId: string; postId: string; part: LeaderPart };

/** Leaders, bodies and kits as they will be written. */
export type CheckedParts = {
  leaders: readonly LeaderRow[];
  bodyIds: readonly string[];
  kitIds: readonly string[];
};

function fieldError(field: string, key: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [key] } });
}

/** Columns of the meeting's own row. A chair among the leaders is printed from the post, any other as typed. */
export function contentColumns(input: ContentInput) {
  return {
    title: input.title,
    kindKey: input.kindKey,
    variant: input.variant,
    roomId: input.roomId,
    placeText: input.roomId ? null : input.placeText,
    chairPostId: input.chairPostId,
    chairText: input.chairPostId ? null : input.chairText,
    participants: input.participants,
    preparing: input.preparing,
    serving: input.serving,
    mode: input.mode,
    visibility: input.visibility,
    note: input.note,
    ...(input.points === undefined ? {} : { points: input.points }),
    ...(input.delegates === undefined ? {} : { delegates: input.delegates }),
  };
}

/** What the meeting takes besides its leaders' time, as its form names it. */
export function takenBy(input: Pick<ContentInput, "chairPostId" | "leaderPostIds" | "roomId" | "kitIds">) {
  return { leaderPostIds: takenPosts(input), roomId: input.roomId, kitIds: input.kitIds };
}

/** Every leader whose time is taken: the chair among them. */
export function takenPosts(input: Pick<ContentInput, "chairPostId" | "leaderPostIds">): string[] {
  return [...new Set([...(input.chairPostId ? [input.chairPostId] : []), ...input.leaderPostIds])];
}

function fieldOf(input: ContentInput, postId: string): string {
  if (postId === input.chairPostId) return "chairPostId";
  return input.leaderPostIds.includes(postId) ? "leaderPostIds" : "optionalPostIds";
}

async function leadersOf(tx: TenantTx, tenantId: string, input: ContentInput): Promise<LeaderRow[]> {
  const asked = takenPosts(input);
  const optional = input.optionalPostIds.filter((id) => !asked.includes(id));
  const holders = await tx.$queryRaw<{ personId: string; postId: string }[]>`
    select distinct on (h.post_id) h.person_id as "personId", h.post_id as "postId"
    from post_holdings h join posts p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where h.tenant_id = ${tenantId}::uuid and h.post_id = any(${[...asked, ...optional]}::uuid[]) and p.body_id is not null
      and h.from_date <= portal_today() and (h.until_date is null or h.until_date >= portal_today())
    order by h.post_id, h.from_date desc`;
  const person = new Map(holders.map((holder) => [holder.postId, holder.personId]));
  const rows = new Map<string, LeaderRow>();
  for (const postId of [...asked, ...optional]) {
    const personId = person.get(postId);
    if (!personId) throw fieldError(fieldOf(input, postId), "leaderUnknown");
    const part = postId === input.chairPostId ? "chair" : asked.includes(postId) ? "required" : "optional";
    // One person may hold two posts: the first part named is the stronger one.
    if (!rows.has(personId)) rows.set(personId, { personId, postId, part });
  }
  return [...rows.values()];
}

/** Checks kind, room, kits, bodies and leaders before anything is written: a wrong one is a wrong field, not a fault. */
export async function checkContent(
  tx: TenantTx,
  tenantId: string,
  input: ContentInput,
): Promise<CheckedParts> {
  const kind = await tx.meetingKind.findUnique({
    where: { tenantId_key: { tenantId, key: input.kindKey } },
    select: { key: true },
  });
  if (!kind) throw fieldError("kindKey", "kindMissing");
  if (input.roomId) {
    const room = await tx.resource.findFirst({
      where: { tenantId, id: input.roomId, kind: "room", active: true },
      select: { id: true },
    });
    if (!room) throw fieldError("roomId", "roomUnknown");
  }
  if (input.bodyIds.length > 0) {
    const known = await tx.body.count({ where: { tenantId, id: { in: [...input.bodyIds] } } });
    if (known !== new Set(input.bodyIds).size) throw fieldError("bodyIds", "invalid");
  }
  const kitIds = [...new Set(input.kitIds)];
  if (kitIds.length > 0) {
    const known = await tx.resource.count({
      where: { tenantId, id: { in: kitIds }, kind: "kit", active: true },
    });
    if (known !== kitIds.length) throw fieldError("kitIds", "kitUnknown");
  }
  return { leaders: await leadersOf(tx, tenantId, input), bodyIds: [...new Set(input.bodyIds)], kitIds };
}

/** Writes leaders, kits and bodies of meetings anew, as the form now names them; what a body counted stays. */
export async function writeParts(
  tx: TenantTx,
  tenantId: string,
  meetingIds: readonly string[],
  { leaders, bodyIds, kitIds }: CheckedParts,
): Promise<void> {
  const ofThese = { tenantId, meetingId: { in: [...meetingIds] } };
  await tx.meetingLeader.deleteMany({ where: ofThese });
  await tx.meetingLeader.createMany({
    data: meetingIds.flatMap((meetingId) => leaders.map((leader) => ({ tenantId, meetingId, ...leader }))),
  });
  await tx.meetingKit.deleteMany({ where: ofThese });
  await tx.meetingKit.createMany({
    data: meetingIds.flatMap((meetingId) =>
      kitIds.map((resourceId) => ({ tenantId, meetingId, resourceId })),
    ),
  });
  await tx.meetingBody.deleteMany({ where: { ...ofThese, bodyId: { notIn: [...bodyIds] } } });
  const kept = await tx.meetingBody.findMany({ where: ofThese, select: { meetingId: true, bodyId: true } });
  const stays = new Set(kept.map((row) => `${row.meetingId} ${row.bodyId}`));
  await tx.meetingBody.createMany({
    data: meetingIds.flatMap((meetingId) =>
      bodyIds
        .filter((bodyId) => !stays.has(`${meetingId} ${bodyId}`))
        .map((bodyId) => ({ tenantId, meetingId, bodyId })),
    ),
  });
}
