import type { z } from "zod";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { editMeeting } from "@/lib/meetings/commands/edit-meeting";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { fileSeries } from "@/lib/meetings/commands/file-series";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { resettleMeeting } from "@/lib/meetings/commands/resettle-meeting";
import { lockResources } from "@/lib/meetings/store";
import type { Command, Scope } from "@/lib/platform/commands/define-command";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { formatDay, plusDays } from "@/lib/platform/dates/days";
import { asDomainError } from "@/lib/platform/db/database-error";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { Province } from "@/tests/support/builders/province";
import type { Act, Attempt, Drawing } from "./acts";
import { count, type Tally, timesOf } from "./drive";
import type { World } from "./world";

/** An outcome that was not right at that moment. */
export type Wrong = {
  attempt: Attempt;
  outcome: string;
  before: readonly string[];
  after: readonly string[];
};

/** Meetings as another reading of the sentences of article 4 has them: the rule table is not asked. */
const permitted: Record<Exclude<Act, "create" | "series">, readonly string[]> = {
  approve: ["filed"],
  confirm: ["approved"],
  resettle: ["approved"],
  edit: ["filed", "approved"],
  change: ["confirmed"],
  postpone: ["confirmed"],
  cancel: ["filed", "approved", "confirmed", "postponed"],
};

type Subject = { id: string; state: string; revision: number; startsAt: Date; endsAt: Date };

/** How often a series of these tests repeats, by the week. */
const weeks = 3;

/** One of those that follow would end before it begins. */
const nothing = "nothing left";

function outcomeOf(error: unknown): string {
  const known = asDomainError(error);
  if (!(known instanceof DomainError)) return `fault ${String(error)}`;
  if (known.details.fields?.["until"]?.includes("endsBeforeItStarts")) return nothing;
  if (known.code === "conflict" && known.messageKey.startsWith("clash."))
    return known.messageKey.slice("clash.".length);
  return known.details.refusal?.reason ?? known.code;
}

function inputOf(attempt: Attempt, seen: Seen): Record<string, unknown> {
  const { from, until } = timesOf(attempt);
  const when = { day: formatDay(attempt.day), from, until };
  const overrideReason = attempt.overrides ? "quãng đường ngắn" : "";
  const content = {
    title: "Cuộc họp thử chung lịch",
    kindKey: attempt.kindKey,
    chairPostId: attempt.chair.postId,
    leaderPostIds: attempt.required.map((leader) => leader.postId),
    optionalPostIds: attempt.optional.map((leader) => leader.postId),
    roomId: attempt.roomId ?? "",
  };
  const one = {
    meetingId: attempt.meetingId,
    revision: seen.revision,
    scope: attempt.following ? "following" : "one",
    following: attempt.following ? seen.mark : "",
  };
  const displaceReason = attempt.displaces ? "cấp cao hơn" : "";
  const reason = "có việc đột xuất";
  switch (attempt.act) {
    case "create":
    case "series":
      return {
        ...content,
        ...when,
        dutyId: attempt.duty?.dutyId ?? "",
        // So far ahead that every place is held.
        holdUntil: formatDay(plusDays(attempt.day, 7 * weeks)),
        overrideReason,
        ...(attempt.act === "series" ? { repeat: "weekly", times: String(weeks) } : {}),
      };
    case "change":
      return { ...content, ...when, ...one, reason, overrideReason, displaceReason };
    case "edit":
      return { ...content, ...when, ...one, holdUntil: formatDay(attempt.day), overrideReason };
    case "resettle":
      return { ...when, ...one, overrideReason };
    case "confirm":
      return { ...one, overrideReason, displaceReason };
    case "approve":
      return one;
    case "cancel":
    case "postpone":
      return { ...one, reason };
  }
}

type Wished = {
  people: readonly string[];
  roomId: string | null;
  kindKey: string;
  startsAt: Date;
  endsAt: Date;
  filedAt: Date;
  overrides: boolean;
};

/** What was seen of a meeting a moment before: its revision, and how those that follow it in its series stood. */
type Seen = { revision: number; mark: string };

/** What a meeting would take, read from the attempt, or where the act moves nothing from its rows. */
async function wishOf(
  tx: TenantTx,
  attempt: Attempt,
  subject: Subject,
  asked: Wished,
  first: Subject,
): Promise<Wished> {
  const meeting = await tx.meeting.findFirstOrThrow({ where: { id: subject.id } });
  const filedAt = meeting.createdAt;
  // Those that follow are moved as the first is.
  const moved = {
    startsAt: new Date(meeting.startsAt.getTime() + asked.startsAt.getTime() - first.startsAt.getTime()),
    endsAt: new Date(meeting.endsAt.getTime() + asked.endsAt.getTime() - first.endsAt.getTime()),
  };
  if (attempt.act === "change" || attempt.act === "edit") return { ...asked, ...moved, filedAt };
  const leaders = await tx.meetingLeader.findMany({
    where: { meetingId: subject.id, part: { not: "optional" } },
  });
  return {
    ...(attempt.act === "resettle" ? moved : { startsAt: meeting.startsAt, endsAt: meeting.endsAt }),
    people: leaders.map((leader) => leader.personId),
    roomId: meeting.roomId,
    kindKey: meeting.kindKey,
    filedAt,
    // A reason that was given when it was filed holds for its confirmation too.
    overrides: asked.overrides || (attempt.act === "confirm" && meeting.overrideReason !== null),
  };
}

/** What all meetings of an attempt would take; of a series that is filed, what each of its days would. */
async function wishesOf(
  tx: TenantTx,
  attempt: Attempt,
  subjects: readonly Subject[],
  now: Date,
): Promise<{ id: string; wished: Wished }[]> {
  const asked: Wished = {
    people: [attempt.chair, ...attempt.required].map((leader) => leader.personId),
    roomId: attempt.roomId,
    kindKey: attempt.kindKey,
    ...timesOf(attempt),
    filedAt: now,
    overrides: attempt.overrides || attempt.act === "approve",
  };
  const [first] = subjects;
  if (!first) {
    return Array.from({ length: attempt.act === "series" ? weeks : 1 }, (_, week) => ({
      id: attempt.meetingId,
      wished: { ...asked, ...timesOf({ ...attempt, day: plusDays(attempt.day, 7 * week) }) },
    }));
  }
  const wishes = [];
  for (const subject of subjects) {
    wishes.push({ id: subject.id, wished: await wishOf(tx, attempt, subject, asked, first) });
  }
  return wishes;
}

async function reasonsOf(
  tx: TenantTx,
  world: World,
  attempt: Attempt,
  wishes: readonly { id: string; wished: Wished }[],
): Promise<string[]> {
  const confirms = attempt.act === "confirm" || attempt.act === "change";
  const reasons = new Set<string>();
  for (const { id, wished } of wishes) {
    const rows = await tx.$queryRaw<{ reasons: string[] | null }[]>`
      select clash.reasons(${world.tenantId}::uuid, ${id}::uuid, ${confirms}, ${[...wished.people]}::uuid[],
        ${wished.roomId}::uuid, ${wished.startsAt}, ${wished.endsAt}, ${wished.kindKey}, ${wished.filedAt}, ${wished.overrides},
        ${attempt.displaces}) as reasons`;
    for (const reason of rows[0]?.reasons ?? []) reasons.add(reason);
  }
  return [...reasons];
}

async function displacedWrongly(
  tx: TenantTx,
  world: World,
  attempt: Attempt,
  ids: readonly string[],
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ wrongly: boolean | null }[]>`
    select bool_or(clash.displaced_wrongly(${world.tenantId}::uuid, id, ${attempt.displaces})) as wrongly
    from unnest(${[...ids]}::uuid[]) id`;
  return rows[0]?.wrongly ?? true;
}

/** Only a meeting that lost its place and has not answered is given another time so. */
async function isDisplaced(tx: TenantTx, world: World, attempt: Attempt): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from displacements where tenant_id = ${world.tenantId}::uuid and meeting_id = ${attempt.meetingId}::uuid
      and answer is null`;
  return rows.length > 0;
}

/** The command, watched from within its own transaction while it holds the locks: nothing can change between the readings. */
function watched<S extends z.ZodType, Found, Result>(
  command: Command<S, Found, Result>,
  world: World,
  attempt: Attempt,
  wrong: Wrong[],
): Command<S, Found, Result> {
  const files = attempt.act === "create" || attempt.act === "series";
  const subjectsOf = (found: Found) => (files ? [] : ([found].flat() as unknown as Subject[]));
  const fits = ({ state }: Subject) =>
    files || permitted[attempt.act as keyof typeof permitted].includes(state);
  return {
    ...command,
    async allow(scope) {
      const verdict = await command.allow(scope);
      const [subject] = subjectsOf(scope.subject);
      if (verdict.allowed !== (!subject || fits(subject)))
        wrong.push({ attempt, outcome: `allowed: ${verdict.allowed}`, before: [], after: [] });
      return verdict;
    },
    async run(scope) {
      const { tx, now } = scope;
      const all = subjectsOf(scope.subject);
      const subjects = all.filter(fits);
      const places = attempt.act !== "cancel" && attempt.act !== "postpone";
      const wishes = await wishesOf(tx, attempt, subjects, now);
      if (files)
        for (const { wished } of wishes.slice(0, 1))
          await lockResources(tx, await resourceIdsOf(tx, world, wished));
      const { revision, following } = scope.input as Scope<{
        revision?: number;
        following?: string;
      }>["input"];
      const mark = `${all.length}.${all.reduce((sum, each) => sum + each.revision, 0)}`;
      // Not every act goes on to all that follow: whose input knows no mark has seen one meeting.
      const unseen = attempt.following && following !== undefined && following !== mark;
      const stale = !files && (revision !== all[0]?.revision || unseen);
      // What follows is lengthened and shortened as the first is: one that was shortened alone may have nothing left.
      const nothingLeft = places && wishes.some(({ wished }) => wished.endsAt <= wished.startsAt);
      const ask = async () => {
        if (nothingLeft) return [nothing];
        return places ? reasonsOf(tx, world, attempt, wishes) : [];
      };
      const settled = attempt.act === "resettle" && !(await isDisplaced(tx, world, attempt));
      const before = stale ? ["stale"] : settled ? ["conflict"] : await ask();
      try {
        const outcome = await command.run(scope);
        const after = await ask();
        const ids = wishes.map(({ id }) => id);
        if (
          stale ||
          settled ||
          after.length > 0 ||
          before.includes("clash") ||
          (await displacedWrongly(tx, world, attempt, ids))
        ) {
          wrong.push({ attempt, outcome: "done", before, after });
        }
        return outcome;
      } catch (error) {
        const outcome = outcomeOf(error);
        // Of several at once it is said which clash, not each one's reason.
        const ofSeveral = outcome === "series" || outcome === "following";
        const right = ofSeveral ? before.length > 0 && !stale : before.includes(outcome);
        if (outcome !== "busy" && !right) wrong.push({ attempt, outcome, before, after: [] });
        throw error;
      }
    },
  };
}

async function resourceIdsOf(tx: TenantTx, world: World, wished: Wished): Promise<string[]> {
  const rows = await tx.resource.findMany({
    where: {
      tenantId: world.tenantId,
      OR: [{ personId: { in: [...wished.people] } }, ...(wished.roomId ? [{ id: wished.roomId }] : [])],
    },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Many clients, each one attempt after another, through the commands people use. */
export async function driveCommands(
  province: Province,
  world: World,
  options: { attempts: number; enough: (tally: Tally) => boolean; clients: number; drawing: Drawing },
): Promise<{ tally: Tally; wrong: readonly Wrong[] }> {
  const { drawing } = options;
  const tally: Tally = new Map();
  const wrong: Wrong[] = [];
  let left = options.attempts;

  const act = async (attempt: Attempt): Promise<string> => {
    const post = province.phuTho.posts.find(
      (each) =>
        each.accountId === attempt.accountId && each.officeId === attempt.officeId && each.role === "chief",
    );
    if (!post) throw new Error("a chief of the world is a chief of the province");
    const caller = {
      tenant: province.phuTho.tenant,
      session: {
        sessionId: "00000000-0000-0000-0000-000000000000",
        accountId: post.accountId,
        actingPostId: post.postId,
      },
    };
    const [seen] = await province.rows<Seen>(
      `select m.revision, count(*) || '.' || sum(f.revision) as mark from meetings m
        join meetings f on f.id = m.id or (f.series_id = m.series_id and f.starts_at > m.starts_at)
        where m.id = $1 group by m.revision`,
      [attempt.meetingId],
    );
    const input = inputOf(attempt, seen ?? { revision: 0, mark: "" });
    const run = <S extends z.ZodType, Found, Result>(command: Command<S, Found, Result>) =>
      executeCommand(watched(command, world, attempt, wrong), caller, input);
    const commands: Record<Act, () => Promise<{ meetingId: string }>> = {
      create: () => run(fileMeeting),
      series: () => run(fileSeries),
      approve: () => run(approveMeeting),
      confirm: () => run(confirmMeeting),
      change: () => run(changeMeeting),
      edit: () => run(editMeeting),
      resettle: () => run(resettleMeeting),
      cancel: () => run(cancelMeeting),
      postpone: () => run(postponeMeeting),
    };
    try {
      const { meetingId } = await commands[attempt.act]();
      const ofSeries = await province.rows<{ id: string }>(
        "select f.id from meetings m join meetings f on f.series_id = m.series_id where m.id = $1 and $2",
        [meetingId, attempt.act === "series"],
      );
      const made = attempt.act === "series" ? ofSeries.map(({ id }) => id) : [meetingId];
      drawing.done(attempt, attempt.duty?.leadOfficeId ?? attempt.officeId, made);
      return "done";
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.startsWith("fault") || outcome === "invalid") throw error;
      return outcome;
    }
  };
  const client = async () => {
    while (left-- > 0 && !options.enough(tally)) {
      const attempt = drawing.draw();
      count(tally, `${attempt.act} ${await act(attempt)}`);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, client));
  return { tally, wrong };
}
