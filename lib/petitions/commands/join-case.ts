import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { caseJoined, letterInCase } from "../cases/events";
import { requireFit } from "../cases/fit";
import { allowOnCase } from "../cases/policy";
import { joinCaseSchema } from "../cases/schema";
import { findLettersForUpdate, putIntoCase } from "../cases/store";

/** The case of that code, where the office knows it or a letter of it says the same as one of these: no code is tried out. */
async function caseToJoin(
  tx: TenantTx,
  petitionIds: readonly string[],
  code: string,
): Promise<string | null> {
  for (const petitionId of petitionIds) {
    const [row] = await tx.$queryRaw<{ id: string | null }[]>`
      select case_to_join(${code}, ${petitionId}::uuid)::text as id`;
    if (row?.id) return row.id;
  }
  return null;
}

/** Letters about one matter are put into its case, each with the reason. They stay letters of their own, with their own terms. */
export const joinCase = defineCommand({
  name: "petitions.joinCase",
  input: joinCaseSchema,
  subject: ({ tx, actor, input }) => findLettersForUpdate(tx, actor.tenantId, input.petitionIds),
  allow({ actor, subject: letters }) {
    // The first that is another office's answers for all.
    const letter = letters.find(({ leadOfficeId }) => leadOfficeId !== actor.officeId) ?? letters[0];
    const part = letter?.leadOfficeId === actor.officeId ? "letter" : "none";
    return allowOnCase(
      actor,
      { act: "join", part, state: "open" },
      {
        subjectKind: "petition",
        subjectId: letter?.id ?? "",
        office: letter?.officeCodes.get(letter.leadOfficeId) ?? "",
      },
    );
  },
  async run({ tx, actor, input, subject: letters, now }) {
    const { tenantId } = actor;
    await requireFit(tx, tenantId, letters);
    const caseId = await caseToJoin(tx, input.petitionIds, input.code);
    if (caseId === null) throw new DomainError("conflict", "noSuchCase");
    await putIntoCase(tx, actor, caseId, letters, { reason: input.reason, at: now });
    const { code } = input;
    return {
      result: { caseId },
      events: [
        caseJoined(caseId, { letters: letters.length }),
        ...letters.map((letter) => letterInCase(letter.id, { code, caseId })),
      ],
    };
  },
});
