import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { newId } from "@/lib/platform/ids";
import { programmeDrafted } from "../events";
import { kindsAbove, type ProgrammePeriod } from "../periods";
import { decideDrafting } from "../policy";
import { verdictOf } from "../refusal";
import { draftProgrammeSchema } from "../schema";
import { takenAs } from "../store";

/** The nearest issued programme of the body whose time holds this one's. */
async function findParent(tx: TenantTx, tenantId: string, bodyId: string, period: ProgrammePeriod) {
  const candidates = await tx.workProgramme.findMany({
    where: {
      tenantId,
      bodyId,
      state: "issued",
      kind: { in: [...kindsAbove(period.kind)] },
      startsOn: { lte: dayToColumn(period.startsOn) },
      endsOn: { gte: dayToColumn(period.endsOn) },
    },
    select: { id: true, kind: true },
  });
  const nearest = kindsAbove(period.kind).find((kind) => candidates.some((found) => found.kind === kind));
  return candidates.find((found) => found.kind === nearest)?.id ?? null;
}

/** A programme of a body for a term, a year, a quarter or a month, kept by the office that serves the body. */
export const draftProgramme = defineCommand({
  name: "programmes.draft",
  input: draftProgrammeSchema,
  subject: ({ tx, actor, input }) =>
    tx.body.findUnique({
      where: { tenantId_id: { tenantId: actor.tenantId, id: input.bodyId } },
      select: { id: true, office: { select: { office: { select: { id: true, code: true } } } } },
    }),
  allow: ({ actor, subject: { office: serving } }) =>
    verdictOf(decideDrafting(actor, serving?.office.id ?? null), {
      act: "draft",
      offices: serving ? [serving.office.code] : [],
    }),
  async run({ tx, actor, input, subject: body, now }) {
    const { tenantId } = actor;
    const { kind, startsOn, endsOn } = input.period;
    const parentId = await findParent(tx, tenantId, body.id, input.period);
    const programmeId = newId();
    try {
      await tx.workProgramme.createMany({
        data: [
          {
            tenantId,
            id: programmeId,
            kind,
            bodyId: body.id,
            officeId: actor.officeId,
            parentId,
            startsOn: dayToColumn(startsOn),
            endsOn: dayToColumn(endsOn),
            state: "draft",
            creatorAccountId: actor.accountId,
            createdAt: now,
          },
        ],
      });
    } catch (error) {
      throw takenAs(error, "programmeExists");
    }
    return {
      result: { programmeId },
      events: [programmeDrafted(programmeId, { kind, bodyId: body.id, startsOn, endsOn, parentId })],
    };
  },
});
