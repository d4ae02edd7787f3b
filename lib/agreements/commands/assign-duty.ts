import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { dutyAssigned } from "../events";
import { allowOnVersion } from "../refusal";
import { assignDutySchema } from "../schema";
import { assertRevision, consentedOfficeIds, findVersionForUpdate, touchVersion } from "../store";

/** Changes one row of the matrix: who leads by which rule, who assists, who is informed. */
export const assignDuty = defineCommand({
  name: "agreements.assignDuty",
  input: assignDutySchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "edit", subject),
  async run({ tx, actor, input, subject, now }) {
    assertRevision(subject, input.revision);
    const { tenantId } = actor;
    const duty = await tx.coordinationDuty.findUnique({
      where: { tenantId_id: { tenantId, id: input.dutyId } },
      include: { offices: true },
    });
    if (!duty || duty.versionId !== subject.id) throw new DomainError("not-found", "notFound");
    // Where the law names the lead, an agreement that says otherwise would be wrong by law.
    if (duty.fixedByLaw)
      throw new DomainError("conflict", "fixedByLaw", { values: { basis: duty.basis ?? "" } });
    // Its rows name subjects and their legal basis; they come from the template.
    if (duty.leadRule === "by-table") {
      throw new DomainError("conflict", "ruleNotEditable");
    }
    const partyIds = new Set(subject.parties.map((party) => party.officeId));
    if (Object.keys(input.cells).some((officeId) => !partyIds.has(officeId))) {
      throw new DomainError("invalid", "invalid", { fields: { cells: ["invalid"] } });
    }
    const cleared = await consentedOfficeIds(tx, tenantId, subject.id);
    const entries = Object.entries(input.cells);
    const lead = entries.find(([, cell]) => cell === "CT")?.[0] ?? null;
    await tx.coordinationDuty.updateMany({
      where: { tenantId, id: duty.id },
      data: { leadRule: input.leadRule, leadOfficeId: lead },
    });
    const posts = new Map(duty.offices.map((office) => [office.officeId, office.responsiblePostId]));
    await tx.dutyOffice.deleteMany({ where: { tenantId, dutyId: duty.id } });
    await tx.dutyOffice.createMany({
      data: entries
        .filter(([, cell]) => cell === "PH" || cell === "B")
        .map(([officeId, cell]) => ({
          tenantId,
          versionId: subject.id,
          dutyId: duty.id,
          officeId,
          part: cell === "PH" ? "assist" : "informed",
          responsiblePostId: posts.get(officeId) ?? null,
        })),
    });
    await touchVersion(tx, tenantId, subject, { accountId: actor.accountId, now });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId, dutyKey: duty.dutyKey },
      events: [
        dutyAssigned(subject.id, {
          dutyKey: duty.dutyKey,
          leadRule: input.leadRule,
          cells: input.cells,
          consentsCleared: cleared,
        }),
      ],
    };
  },
});
