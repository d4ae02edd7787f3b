import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayFromColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { programmeDiscarded } from "../events";
import { allowOnProgramme } from "../refusal";
import { discardProgrammeSchema } from "../schema";
import { findProgrammeForUpdate } from "../store";

/** A draft goes with its items, and its body and time are free again; the history keeps what it was. */
export const discardProgramme = defineCommand({
  name: "programmes.discard",
  input: discardProgrammeSchema,
  subject: ({ tx, actor, input }) => findProgrammeForUpdate(tx, actor.tenantId, input.programmeId),
  allow: ({ actor, subject }) => allowOnProgramme(actor, "discard", subject),
  async run({ tx, actor, input, subject: programme }) {
    if (programme.revision !== input.revision) throw new DomainError("stale", "staleProgramme");
    const { tenantId } = actor;
    const { id, kind, bodyId, startsOn, endsOn } = programme;
    const settled = await tx.overlapSettlement.count({
      where: { tenantId, OR: [{ programmeId: id }, { otherProgrammeId: id }] },
    });
    if (settled > 0) throw new DomainError("conflict", "programmeSettled");
    const items = await tx.programmeItem.findMany({
      where: { tenantId, programmeId: id },
      orderBy: { ordinal: "asc" },
      select: { title: true, startsOn: true, endsOn: true },
    });
    await tx.programmeItem.deleteMany({ where: { tenantId, programmeId: id } });
    await tx.workProgramme.deleteMany({ where: { tenantId, id } });
    return {
      result: { year: Number(startsOn.slice(0, 4)) },
      events: [
        programmeDiscarded(id, {
          kind,
          bodyId,
          startsOn,
          endsOn,
          items: items.map((item) => ({
            title: item.title,
            startsOn: dayFromColumn(item.startsOn),
            endsOn: dayFromColumn(item.endsOn),
          })),
        }),
      ],
    };
  },
});
