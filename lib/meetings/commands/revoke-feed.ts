import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { feedRevoked } from "../events";
import { decideFeedRevocation } from "../policy";
import { verdictOf } from "../refusal";
import { revokeFeedSchema } from "../schema";

type LockedFeed = { id: string; accountId: string; officeCode: string; revokedAt: Date | null };

/** From then on the address answers nothing: by who made it, or by the chief of the office whose it is. */
export const revokeFeed = defineCommand({
  name: "meetings.revokeFeed",
  input: revokeFeedSchema,
  async subject({ tx, actor, input }) {
    const [feed] = await tx.$queryRaw<LockedFeed[]>`
      select f.id, f.account_id as "accountId", o.code as "officeCode", f.revoked_at as "revokedAt"
      from calendar_feeds f join offices o on o.tenant_id = f.tenant_id and o.id = f.office_id
      where f.tenant_id = ${actor.tenantId}::uuid and f.id = ${input.feedId}::uuid for no key update of f`;
    return feed ?? null;
  },
  allow: ({ tx, actor, subject }) =>
    verdictOf(tx, actor.tenantId, decideFeedRevocation(actor, subject), {
      act: "feed.revoke",
      versionId: null,
      subject: { subjectKind: "calendar-feed", subjectId: subject.id },
      rolesByRule: true,
      offices: () => [subject.officeCode],
    }),
  async run({ tx, actor, subject, now }) {
    if (subject.revokedAt) throw new DomainError("conflict", "feedRevoked");
    await tx.calendarFeed.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: { revokedAt: now },
    });
    return { result: { feedId: subject.id }, events: [feedRevoked(subject.id, {})] };
  },
});
