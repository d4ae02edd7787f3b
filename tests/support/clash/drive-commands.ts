import type { z } from "zod";
import { approveMeeting } from "@/lib/meetings/commands/approve-meeting";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { confirmMeeting } from "@/lib/meetings/commands/confirm-meeting";
import { editMeeting } from "@/lib/meetings/commands/edit-meeting";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { postponeMeeting } from "@/lib/meetings/commands/postpone-meeting";
import { resettleMeeting } from "@/lib/meetings/commands/resettle-meeting";
import { lockResources } from "@/lib/meetings/store";
import type { Command, Scope } from "@/lib/platform/commands/define-command";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { formatDay } from "@/lib/platform/dates/days";
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
const permitted: Record<Exclude<Act, "create">, readonly string[]> = {
  approve: ["filed"],
  confirm: ["approved"],
  resettle: ["approved"],
  edit: ["filed", "approved"],
  change: ["confirmed"],
  postpone: ["confirmed"],
  cancel: ["filed", "approved", "confirmed", "postponed"],
};

type Subject = { id: string; state: string; revision: number };

function outcomeOf(error: unknown): string {
  const known = asDomainError(error);
  if (!(known instanceof DomainError)) return `fault ${String(error)}`;
  if (known.code === "conflict" && known.messageKey.startsWith("clash."))
    return known.messageKey.slice("clash.".length);
  return known.details.refusal?.reason ?? known.code;
}

function inputOf(attempt: Attempt, revision: number): Record<string, unknown> {
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
  const one = { meetingId: attempt.meetingId, revision };
  const displaceReason = attempt.displaces ? "cấp cao hơn" : "";
  const reason = "có việc đột xuất";
  switch (attempt.act) {
    case "create":
      return {
        ...content,
        ...when,
        dutyId: attempt.duty?.dutyId ?? "",
        holdUntil: formatDay(attempt.day),
        overrideReason,
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

/** What the meeting would take, read from the attempt, or where the act moves nothing from its rows. */
async function wishedBy(tx: TenantTx, attempt: Attempt, subject: Subject | null, now: Date): Promise<Wished> {
  const { startsAt, endsAt } = timesOf(attempt);
  const asked = {
    people: [attempt.chair, ...attempt.required].map((leader) => leader.personId),
    roomId: attempt.roomId,
    kindKey: attempt.kindKey,
    startsAt,
    endsAt,
    filedAt: now,
    overrides: attempt.overrides || attempt.act === "approve",
  };
  if (!subject) return asked;
  const meeting = await tx.meeting.findFirstOrThrow({ where: { id: subject.id } });
  const filedAt = meeting.createdAt;
  if (attempt.act === "change" || attempt.act === "edit") return { ...asked, filedAt };
  const leaders = await tx.meetingLeader.findMany({
    where: { meetingId: subject.id, part: { not: "optional" } },
  });
  return {
    ...(attempt.act === "resettle"
      ? { startsAt, endsAt }
      : { startsAt: meeting.startsAt, endsAt: meeting.endsAt }),
    people: leaders.map((leader) => leader.personId),
    roomId: meeting.roomId,
    kindKey: meeting.kindKey,
    filedAt,
    // A reason that was given when it was filed holds for its confirmation too.
    overrides: asked.overrides || (attempt.act === "confirm" && meeting.overrideReason !== null),
  };
}

async function reasonsOf(tx: TenantTx, world: World, attempt: Attempt, wished: Wished): Promise<string[]> {
  const confirms = attempt.act === "confirm" || attempt.act === "change";
  const rows = await tx.$queryRaw<{ reasons: string[] | null }[]>`
    select clash.reasons(${world.tenantId}::uuid, ${attempt.meetingId}::uuid, ${confirms}, ${[...wished.people]}::uuid[],
      ${wished.roomId}::uuid, ${wished.startsAt}, ${wished.endsAt}, ${wished.kindKey}, ${wished.filedAt}, ${wished.overrides},
      ${attempt.displaces}) as reasons`;
  return rows[0]?.reasons ?? [];
}

async function displacedWrongly(tx: TenantTx, world: World, attempt: Attempt): Promise<boolean> {
  const rows = await tx.$queryRaw<{ wrongly: boolean }[]>`
    select clash.displaced_wrongly(${world.tenantId}::uuid, ${attempt.meetingId}::uuid, ${attempt.displaces}) as wrongly`;
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
  const subjectOf = (found: Found) =>
    attempt.act === "create" ? null : ([found].flat()[0] as unknown as Subject);
  return {
    ...command,
    async allow(scope) {
      const verdict = await command.allow(scope);
      const subject = subjectOf(scope.subject);
      const right = !subject || attempt.act === "create" || permitted[attempt.act].includes(subject.state);
      if (verdict.allowed !== right)
        wrong.push({ attempt, outcome: `allowed: ${verdict.allowed}`, before: [], after: [] });
      return verdict;
    },
    async run(scope) {
      const { tx, now } = scope;
      const subject = subjectOf(scope.subject);
      const places = attempt.act !== "cancel" && attempt.act !== "postpone";
      const wished = await wishedBy(tx, attempt, subject, now);
      if (!subject) await lockResources(tx, await resourceIdsOf(tx, world, wished));
      const { revision } = scope.input as Scope<{ revision?: number }>["input"];
      const stale = subject !== null && revision !== subject.revision;
      const ask = async () => (places ? reasonsOf(tx, world, attempt, wished) : []);
      const settled = attempt.act === "resettle" && !(await isDisplaced(tx, world, attempt));
      const before = stale ? ["stale"] : settled ? ["conflict"] : await ask();
      try {
        const outcome = await command.run(scope);
        const after = await ask();
        if (
          stale ||
          settled ||
          after.length > 0 ||
          before.includes("clash") ||
          (await displacedWrongly(tx, world, attempt))
        ) {
          wrong.push({ attempt, outcome: "done", before, after });
        }
        return outcome;
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome !== "busy" && !before.includes(outcome))
          wrong.push({ attempt, outcome, before, after: [] });
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
  options: { attempts: number; clients: number; drawing: Drawing },
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
    const [seen] =
      attempt.act === "create"
        ? []
        : await province.rows<{ revision: number }>("select revision from meetings where id = $1", [
            attempt.meetingId,
          ]);
    const input = inputOf(attempt, seen?.revision ?? 0);
    const run = <S extends z.ZodType, Found, Result>(command: Command<S, Found, Result>) =>
      executeCommand(watched(command, world, attempt, wrong), caller, input);
    const commands: Record<Act, () => Promise<{ meetingId: string }>> = {
      create: () => run(fileMeeting),
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
      drawing.done(attempt, attempt.duty?.leadOfficeId ?? attempt.officeId, meetingId);
      return "done";
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.startsWith("fault") || outcome === "invalid") throw error;
      return outcome;
    }
  };
  const client = async () => {
    while (left-- > 0) {
      const attempt = drawing.draw();
      count(tally, `${attempt.act} ${await act(attempt)}`);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, client));
  return { tally, wrong };
}
