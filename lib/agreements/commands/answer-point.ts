import "server-only";
import { defineCommand, type Scope } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import type { DomainEvent } from "@/lib/platform/events/event";
import { pointAnswered, proposalAccepted, proposalRejected } from "../events";
import { clauseText, findPointForUpdate, type LockedPoint } from "../points";
import { allowOnVersion } from "../refusal";
import { answerPointSchema } from "../schema";
import { consentedOfficeIds, touchVersion } from "../store";
import { rewordDuties } from "./reword-duties";

type Input = { pointId: string; decision: "reply" | "accept" | "reject"; answer: string };

const states = { reply: "answered", accept: "accepted", reject: "rejected" } as const;

/** The clause reads as proposed, as if the accepting party had edited it: the consents given so far fall away. */
async function rewrite({ tx, actor, now }: Scope<Input>, point: LockedPoint): Promise<string[]> {
  const { tenantId, accountId } = actor;
  const { articleKey, clause, version, beforeText, proposedText } = point;
  const text = await clauseText(tx, tenantId, version.id, point);
  if (text !== beforeText || proposedText === null) {
    throw new DomainError("stale", "clauseChanged", { values: { text: text ?? "" } });
  }
  const cleared = await consentedOfficeIds(tx, tenantId, version.id);
  const key = { tenantId, versionId: version.id, articleKey };
  const article = await tx.agreementArticle.findUniqueOrThrow({
    where: { tenantId_versionId_articleKey: key },
  });
  const clauses = article.clauses.with(clause - 1, proposedText);
  await tx.agreementArticle.updateMany({ where: key, data: { clauses } });
  await rewordDuties(tx, tenantId, version.id, { articleKey, text: clauses });
  await touchVersion(tx, tenantId, version, { accountId, now });
  return cleared;
}

async function eventOf(scope: Scope<Input>, point: LockedPoint): Promise<DomainEvent> {
  const { articleKey, clause, version, id: pointId } = point;
  const place = { pointId, articleKey, clause };
  if (scope.input.decision === "accept") {
    return proposalAccepted(version.id, { ...place, consentsCleared: await rewrite(scope, point) });
  }
  return (scope.input.decision === "reject" ? proposalRejected : pointAnswered)(version.id, place);
}

/** Another party answers a remark, or accepts or rejects a proposal, saying why not. */
export const answerPoint = defineCommand({
  name: "agreements.answerPoint",
  input: answerPointSchema,
  subject: ({ tx, actor, input }) => findPointForUpdate(tx, actor.tenantId, input.pointId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "answer", subject.version),
  async run(scope) {
    const { tx, actor, input, subject: point, now } = scope;
    if (point.officeId === actor.officeId) throw new DomainError("conflict", "ownPoint");
    if (point.state !== "open") throw new DomainError("conflict", "pointClosed");
    if ((point.kind === "remark") !== (input.decision === "reply")) {
      throw new DomainError("invalid", "invalid", { fields: { decision: ["decisionMissing"] } });
    }
    const event = await eventOf(scope, point);
    await tx.clausePoint.updateMany({
      where: { tenantId: actor.tenantId, id: point.id },
      data: {
        state: states[input.decision],
        answer: input.answer === "" ? null : input.answer,
        answerOfficeId: actor.officeId,
        answerAccountId: actor.accountId,
        answeredAt: now,
        closedAt: input.decision === "reply" ? null : now,
      },
    });
    const { version } = point;
    return {
      result: { versionId: version.id, agreementId: version.agreementId, pointId: point.id },
      events: [event],
    };
  },
});
