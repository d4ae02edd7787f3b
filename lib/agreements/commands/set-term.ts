import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import { termSet } from "../events";
import { allowOnVersion } from "../refusal";
import { setTermSchema } from "../schema";
import {
  assertRevision,
  assertTermFits,
  consentedOfficeIds,
  findVersionForUpdate,
  touchVersion,
} from "../store";

/** Changes from when to when the agreement is to be in force. */
export const setTerm = defineCommand({
  name: "agreements.setTerm",
  input: setTermSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "edit", subject),
  async run({ tx, actor, input, subject, now }) {
    assertRevision(subject, input.revision);
    await assertTermFits(tx, actor.tenantId, subject, input.plannedFrom, dayAt(now));
    const cleared = await consentedOfficeIds(tx, actor.tenantId, subject.id);
    await touchVersion(
      tx,
      actor.tenantId,
      subject,
      { accountId: actor.accountId, now },
      {
        plannedFrom: input.plannedFrom ? dayToColumn(input.plannedFrom) : null,
        plannedUntil: input.plannedUntil ? dayToColumn(input.plannedUntil) : null,
      },
    );
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [
        termSet(subject.id, { from: input.plannedFrom, until: input.plannedUntil, consentsCleared: cleared }),
      ],
    };
  },
});
