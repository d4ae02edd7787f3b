import "server-only";
import { defineCommand, type Scope } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { amendmentHead } from "../amendment";
import { versionRevised } from "../events";
import { loadChain } from "../queries/load-chain";
import { loadParties } from "../queries/load-parties";
import { allowOnVersion } from "../refusal";
import { reviseSchema } from "../schema";
import { findVersionForUpdate, type LockedVersion } from "../store";
import { copyVersion, findNewestBase, type VersionBase } from "./copy-version";

type NewText = Pick<VersionBase, "amendsId" | "abstract" | "bases" | "plannedFrom">;

async function isToEnd(
  tx: TenantTx,
  tenantId: string,
  { agreementId }: Pick<LockedVersion, "agreementId">,
): Promise<boolean> {
  const ends = await tx.$queryRaw<{ day: Date | null }[]>`
    select ending_that_stands(${tenantId}::uuid, ${agreementId}::uuid) as day`;
  return ends[0]?.day != null;
}

/** Head and first day of an amendment: it names the papers it stands on, and begins not before what it amends. */
async function amendmentOf(
  { tx, actor, now }: Scope<unknown>,
  subject: LockedVersion,
  base: VersionBase,
): Promise<NewText> {
  const today = dayToColumn(dayAt(now));
  if (base.effectiveUntil !== null && base.effectiveUntil <= today) {
    throw new DomainError("conflict", "amendsExpired");
  }
  // Where the parties agreed that it ends, only a whole text signed anew goes on.
  if (await isToEnd(tx, actor.tenantId, subject)) throw new DomainError("conflict", "amendsEnding");
  const papers = await loadChain(tx, actor.tenantId, subject.id);
  const offices = await loadParties(tx, actor.tenantId, subject.agreementId);
  const { abstract, bases } = amendmentHead(
    papers,
    offices.map(({ office }) => office.name),
  );
  const isLater = base.effectiveFrom !== null && base.effectiveFrom > today;
  return { amendsId: subject.id, abstract, bases, plannedFrom: isLater ? base.effectiveFrom : null };
}

/** Whether an amendment that ended unsigned can still become one: what it amends has neither run out nor is to end. */
async function stillAmends(
  { tx, actor, now }: Scope<unknown>,
  subject: LockedVersion,
  amendsId: string,
): Promise<boolean> {
  const { effectiveUntil } = await tx.agreementVersion.findUniqueOrThrow({
    where: { tenantId_id: { tenantId: actor.tenantId, id: amendsId } },
    select: { effectiveUntil: true },
  });
  if (effectiveUntil !== null && effectiveUntil <= dayToColumn(dayAt(now))) return false;
  return !(await isToEnd(tx, actor.tenantId, subject));
}

/**
 * A whole text takes its head from the whole text before it. A version that ended goes on as what it was; an amendment of what has
 * run out, or is to end, goes on as a whole text, since no paper signed now could amend it.
 */
async function wholeOf(scope: Scope<unknown>, subject: LockedVersion, base: VersionBase): Promise<NewText> {
  const { abstract, bases, plannedFrom, amendsId } = base;
  if (amendsId === null) return { abstract, bases, plannedFrom, amendsId };
  if (base.state !== "signed" && (await stillAmends(scope, subject, amendsId)))
    return { abstract, bases, plannedFrom, amendsId };
  const [root] = await loadChain(scope.tx, scope.actor.tenantId, subject.id);
  return { abstract: root?.abstract ?? abstract, bases: root?.bases ?? bases, plannedFrom, amendsId: null };
}

/**
 * A party makes a new version from the newest one, which has ended or is signed; negotiation goes on in it (article 14
 * clauses 2, 3). The old one stays as it is. As an amendment the new one is signed for what it changes only.
 */
export const reviseVersion = defineCommand({
  name: "agreements.revise",
  input: reviseSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "revise", subject),
  async run(scope) {
    const { tx, actor, input, subject, now } = scope;
    const { tenantId } = actor;
    const base = await findNewestBase(tx, tenantId, subject);
    if (input.as === "amendment" && base.state !== "signed")
      throw new DomainError("conflict", "amendsSigned");
    const text = await (input.as === "amendment" ? amendmentOf : wholeOf)(scope, subject, base);
    const versionId = await copyVersion(tx, actor, subject, {
      ...text,
      mark: base.mark,
      form: base.form,
      recipients: base.recipients,
      plannedUntil: base.plannedUntil,
      now,
    });
    return {
      result: { versionId, agreementId: subject.agreementId },
      events: [
        versionRevised(versionId, {
          copiedFrom: subject.id,
          number: subject.number + 1,
          amends: text.amendsId,
        }),
      ],
    };
  },
});
