import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { lookUpsReviewed } from "../events";
import { decideReviewingLookUps } from "../policy";
import { verdictOf } from "../refusal";
import { reviewLookUpsSchema } from "../schema";

/** The inspector of an office has seen who asked over all offices, up to a moment. What comes later is to be reviewed anew. */
export const reviewLookUps = defineCommand({
  name: "petitions.reviewLookUps",
  input: reviewLookUpsSchema,
  subject: async ({ tx, actor }) => {
    // One review of an office after the other.
    await tx.$executeRaw`
      select pg_advisory_xact_lock(hashtextextended(${`look-up-reviews:${actor.tenantId}:${actor.officeId}`}, 0))`;
    return tx.lookUpReview.aggregate({
      where: { tenantId: actor.tenantId, officeId: actor.officeId },
      _max: { reviewedUntil: true },
    });
  },
  allow: ({ tx, actor }) =>
    verdictOf(tx, actor.tenantId, decideReviewingLookUps(actor), {
      act: "petition.reviewLookUps",
      versionId: null,
      offices: () => [actor.officeCode],
    }),
  async run({ tx, actor, input, subject, now }) {
    const { tenantId, officeId, accountId } = actor;
    const last = subject._max.reviewedUntil;
    if (input.until > now || (last !== null && input.until <= last)) {
      throw new DomainError("stale", "lookUpsReviewedBefore");
    }
    const id = newId();
    await tx.lookUpReview.createMany({
      data: [{ tenantId, id, officeId, reviewedUntil: input.until, note: input.note, accountId, at: now }],
    });
    return {
      result: {},
      events: [lookUpsReviewed(id, { officeId, until: input.until.toISOString() })],
    };
  },
});
