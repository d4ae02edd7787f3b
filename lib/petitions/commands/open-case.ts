import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { newId } from "@/lib/platform/ids";
import { caseOpened, letterInCase } from "../cases/events";
import { requireFit } from "../cases/fit";
import { allowOnCase } from "../cases/policy";
import { openCaseSchema } from "../cases/schema";
import { putIntoCase } from "../cases/store";
import { newCode } from "../code";
import { findPetitionForUpdate } from "../store";

/** A case of many letters (vụ việc), begun with one: the office that handles it leads the case. */
export const openCase = defineCommand({
  name: "petitions.openCase",
  input: openCaseSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ actor, subject: letter }) =>
    allowOnCase(
      actor,
      { act: "open", part: letter.leadOfficeId === actor.officeId ? "letter" : "none", state: "none" },
      {
        subjectKind: "petition",
        subjectId: letter.id,
        office: letter.officeCodes.get(letter.leadOfficeId) ?? "",
      },
    ),
  async run({ tx, actor, input, subject: letter, now }) {
    const { tenantId, officeId, accountId } = actor;
    await requireFit(tx, tenantId, [letter]);
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { slug: true } });
    const [caseId, code] = [newId(), `VV-${newCode(tenant.slug)}`];
    await tx.petitionCase.createMany({
      data: [
        {
          tenantId,
          id: caseId,
          code,
          title: input.title,
          leadOfficeId: officeId,
          accountId,
          openedAt: now,
          changedAt: now,
        },
      ],
    });
    await putIntoCase(tx, actor, caseId, [letter], { reason: input.title, at: now });
    return {
      result: { caseId, code },
      events: [caseOpened(caseId, { code }), letterInCase(letter.id, { code, caseId })],
    };
  },
});
