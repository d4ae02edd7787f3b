import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { feedCreated } from "../events";
import { hashOfToken, newFeedToken } from "../feed/feed-token";
import { decideFeedCreation } from "../policy";
import { verdictOf } from "../refusal";
import { createFeedSchema } from "../schema";

/**
 * An address by which a calendar outside the portal reads what the acting office may read: everything, or one leader or
 * room. The answer holds the token, once; what is kept and recorded does not.
 */
export const createFeed = defineCommand({
  name: "meetings.createFeed",
  input: createFeedSchema,
  async subject({ tx, actor, input }) {
    if (input.resourceId === null) return { scope: "office", resourceId: null };
    const resource = await tx.resource.findFirst({
      where: {
        tenantId: actor.tenantId,
        id: input.resourceId,
        active: true,
        kind: { in: ["leader", "room"] },
      },
      select: { id: true, kind: true },
    });
    if (!resource) throw new DomainError("invalid", "invalid", { fields: { resourceId: ["invalid"] } });
    return { scope: resource.kind, resourceId: resource.id };
  },
  allow: ({ tx, actor }) =>
    verdictOf(tx, actor.tenantId, decideFeedCreation(actor), {
      act: "feed.create",
      versionId: null,
      offices: () => [],
    }),
  async run({ tx, actor, subject, now }) {
    const feedId = newId();
    const token = newFeedToken();
    await tx.calendarFeed.createMany({
      data: [
        {
          tenantId: actor.tenantId,
          id: feedId,
          officeId: actor.officeId,
          accountId: actor.accountId,
          ...subject,
          tokenHash: hashOfToken(token),
          createdAt: now,
        },
      ],
    });
    return { result: { feedId, token }, events: [feedCreated(feedId, subject)] };
  },
});
