import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { versionSent } from "../events";
import { allowOnVersion } from "../refusal";
import { nextState } from "../rules";
import { versionActSchema } from "../schema";
import { assertRevision, findVersionForUpdate } from "../store";

/** The contact office lays its draft before the other parties; from now on each may change it (article 13 clause 1). */
export const sendForNegotiation = defineCommand({
  name: "agreements.sendForNegotiation",
  input: versionActSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowOnVersion(tx, actor, "send", subject),
  async run({ tx, actor, input, subject }) {
    assertRevision(subject, input.revision);
    await tx.agreementVersion.updateMany({
      where: { tenantId: actor.tenantId, id: subject.id },
      data: { state: nextState("send", subject.state) },
    });
    return {
      result: { versionId: subject.id, agreementId: subject.agreementId },
      events: [versionSent(subject.id, { parties: subject.parties.map((party) => party.officeId) })],
    };
  },
});
