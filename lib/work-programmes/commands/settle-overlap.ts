import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { overlapSettled } from "../events";
import { decideProgramme } from "../policy";
import { loadOverlapsOf } from "../queries/load-overlaps";
import { verdictOf } from "../refusal";
import { settleOverlapSchema } from "../schema";
import { findItemForUpdate, type LockedItem, lockProgrammesOf, takenAs } from "../store";

/** An overlap that was talked over and may stand, with the reason. When a day or a leader changes it is another overlap. */
export const settleOverlap = defineCommand({
  name: "programmes.settleOverlap",
  input: settleOverlapSchema,
  async subject({ tx, actor, input }) {
    const ids = [input.itemId, ...(input.otherItemId ? [input.otherItemId] : [])].toSorted();
    await lockProgrammesOf(tx, actor.tenantId, ids);
    const items: LockedItem[] = [];
    for (const id of ids) {
      const item = await findItemForUpdate(tx, actor.tenantId, id);
      if (!item) return null;
      items.push(item);
    }
    const [one, other] = items;
    return one ? { one, other: other ?? null } : null;
  },
  allow({ actor, subject: { one, other } }) {
    const programmes = [one.programme, ...(other ? [other.programme] : [])];
    const decision = decideProgramme(actor, "settle", {
      state: one.programme.state,
      keeperIds: programmes.map((programme) => programme.officeId),
    });
    return verdictOf(decision, {
      act: "settle",
      subjectId: one.programme.id,
      offices: programmes.map((programme) => programme.officeCode),
    });
  },
  async run({ tx, actor, input, subject: { one, other } }) {
    const { tenantId } = actor;
    const overlaps = await loadOverlapsOf(tx, tenantId, one.id);
    const overlap = overlaps.find(
      (found) =>
        found.one.itemId === one.id &&
        (found.other?.itemId ?? null) === (other?.id ?? null) &&
        found.basis === input.basis,
    );
    if (!overlap) throw new DomainError("stale", "overlapGone");
    if (overlap.settled) throw new DomainError("conflict", "overlapSettled");
    try {
      await tx.overlapSettlement.createMany({
        data: [
          {
            tenantId,
            id: newId(),
            kind: overlap.kind,
            programmeId: one.programme.id,
            itemId: one.id,
            otherProgrammeId: other?.programme.id ?? null,
            otherItemId: other?.id ?? null,
            basis: overlap.basis,
            reason: input.reason,
            officeId: actor.officeId,
            accountId: actor.accountId,
          },
        ],
      });
    } catch (error) {
      throw takenAs(error, "overlapSettled");
    }
    const said = { kind: overlap.kind, reason: input.reason };
    return {
      result: { itemId: one.id, year: overlap.one.startsOn.slice(0, 4) },
      events: [
        overlapSettled(one.programme.id, { ...said, itemId: one.id }),
        ...(other ? [overlapSettled(other.programme.id, { ...said, itemId: other.id })] : []),
      ],
    };
  },
});
