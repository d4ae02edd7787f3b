import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { keepClocksOf } from "../clocks/load-timeline";
import { petitionClassified, petitionLookedAt } from "../events";
import { maskPerson } from "../identity/person";
import { refuseNames } from "../identity/refuse-names";
import { keepAs, openLetter } from "../identity/sealing";
import { allowOnPetition } from "../refusal";
import { denouncesBy, identityBy, takesOutOfSeal } from "../rules";
import { keepSketch } from "../same-letter/keep";
import { classifyPetitionSchema } from "../schema";
import { findPetitionForUpdate, type LockedPetition } from "../store";
import type { Identity } from "../types";

/** The columns that change with the way a letter is kept; none where it stays as it is. */
async function keptAs(tx: TenantTx, tenantId: string, petition: LockedPetition, identity: Identity) {
  if (petition.identity === identity) return {};
  const opened = await openLetter(tx, tenantId, petition.id);
  const content = await keepAs(tx, { tenantId, petitionId: petition.id, identity }, opened);
  if (identity === "plain") return { identity, ...content };
  const texts = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: petition.id } },
    select: { subject: true, note: true, settledBefore: true, followUp: true },
  });
  const masked = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      opened.people.reduce((left, person) => maskPerson(left, person), text).slice(0, 500),
    ]),
  );
  return { identity, ...content, ...masked, subject: (masked["subject"] ?? "").slice(0, 300) };
}

/** What other offices find a letter by changes with the way it is kept; of one classified as it came nothing may be kept yet. */
async function sketchAs(
  tx: TenantTx,
  { tenantId, officeId }: Actor,
  { id: petitionId, identity: before }: LockedPetition,
  identity: Identity,
  now: Date,
): Promise<void> {
  if (before === identity && (await tx.petitionSketch.count({ where: { tenantId, petitionId } })) > 0) return;
  const { people, content } = await openLetter(tx, tenantId, petitionId);
  const { subject } = await tx.petition.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: { subject: true },
  });
  await keepSketch(tx, { tenantId, petitionId, officeId, identity, people, subject, content, now });
}

/** Taking a letter out of the seal shows who wrote to everybody who reads it: it is a look, kept with its reason before it is done. */
async function keepUnsealing(
  tx: TenantTx,
  { tenantId, officeId, accountId }: Actor,
  petition: LockedPetition,
  reason: string,
  now: Date,
) {
  if (reason.length < 5) {
    throw new DomainError("invalid", "invalid", { fields: { reason: ["unsealReasonMissing"] } });
  }
  await refuseNames(tx, tenantId, petition, { reason });
  const lookId = newId();
  const about = { petitionId: petition.id, officeId, accountId, reason, unseals: petition.revision + 1 };
  await tx.petitionLook.createMany({ data: [{ tenantId, id: lookId, ...about, at: now }] });
  return petitionLookedAt(petition.id, { lookId, what: "unsealed" });
}

/**
 * What a letter is by its content (TT 05/2021/TT-TTCP, art. 6). Becoming a denunciation it is sealed, and its search rows go,
 * in the same transaction. Ceasing to be one it is opened again: by who may open it, with a reason.
 */
export const classifyPetition = defineCommand({
  name: "petitions.classify",
  input: classifyPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  async allow({ tx, actor, input, subject }) {
    const verdict = await allowOnPetition(tx, actor, "classify", subject);
    const denounces = denouncesBy(input.class, input.denounces);
    if (!verdict.allowed || denounces === null || !takesOutOfSeal(subject, denounces)) return verdict;
    return allowOnPetition(tx, actor, "unseal", subject);
  },
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const denounces = denouncesBy(input.class, input.denounces);
    if (denounces === null) {
      throw new DomainError("invalid", "invalid", { fields: { class: ["classAgainstAnswer"] } });
    }
    const identity = identityBy(denounces);
    const unsealed = takesOutOfSeal(petition, denounces)
      ? [await keepUnsealing(tx, actor, petition, input.reason, now)]
      : [];
    const kept = await keptAs(tx, tenantId, petition, identity);
    // What was judged by the conditions of another class says nothing of this one.
    if (input.class !== petition.class)
      await tx.petitionCheck.deleteMany({ where: { tenantId, petitionId: petition.id } });
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        ...kept,
        class: input.class,
        denounces,
        state: "classified",
        changedAt: now,
        revision: petition.revision + 1,
      },
    });
    await sketchAs(tx, actor, petition, identity, now);
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [
        petitionClassified(petition.id, { class: input.class, before: petition.class, identity }),
        ...unsealed,
      ],
    };
  },
});
