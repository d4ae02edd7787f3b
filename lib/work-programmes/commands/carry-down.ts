import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { itemsCarriedDown } from "../events";
import { allowOnProgramme } from "../refusal";
import { carryDownSchema } from "../schema";
import { findProgrammeForUpdate } from "../store";

/** What falls due in the time of a draft and stands in the programme above comes into the draft, each once. */
export const carryDown = defineCommand({
  name: "programmes.carryDown",
  input: carryDownSchema,
  subject: ({ tx, actor, input }) => findProgrammeForUpdate(tx, actor.tenantId, input.programmeId),
  allow: ({ actor, subject }) => allowOnProgramme(actor, "carryDown", subject),
  async run({ tx, actor, subject: programme, now }) {
    const { tenantId } = actor;
    const due =
      programme.parentId === null
        ? []
        : await tx.programmeItem.findMany({
            where: {
              tenantId,
              programmeId: programme.parentId,
              state: "active",
              startsOn: { lte: dayToColumn(programme.endsOn) },
              endsOn: { gte: dayToColumn(programme.startsOn) },
              carried: { none: { programmeId: programme.id } },
            },
            orderBy: [{ startsOn: "asc" }, { ordinal: "asc" }],
          });
    if (due.length === 0) throw new DomainError("conflict", "nothingToCarry");
    const last = await tx.programmeItem.aggregate({
      where: { tenantId, programmeId: programme.id },
      _max: { ordinal: true },
    });
    const first = (last._max.ordinal ?? 0) + 1;
    await tx.programmeItem.createMany({
      data: due.map((item, index) => ({
        ...item,
        id: newId(),
        programmeId: programme.id,
        parentItemId: item.id,
        ordinal: first + index,
        // Asked of an item off the programme above; this one is on it.
        approvalNumber: null,
        approvedOn: null,
        approvedBy: null,
        state: "active",
        createdAt: now,
        revision: 1,
      })),
    });
    return {
      result: { programmeId: programme.id },
      events: [itemsCarriedDown(programme.id, { from: programme.parentId, count: due.length })],
    };
  },
});
