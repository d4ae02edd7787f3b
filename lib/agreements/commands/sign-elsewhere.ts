import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { allowToSign } from "../refusal";
import { signElsewhereSchema } from "../schema";
import { findVersionForUpdate } from "../store";
import { judgeUpload } from "./judge-upload";
import { keepSignature, openToSign } from "./keep-signature";

/**
 * Who has the turn brings back the file, signed with another tool. Taken only when it is the very file that was handed out and one
 * signature of that person more (`signing/judge-increment.ts`); the turn goes on when it is not.
 */
export const signElsewhere = defineCommand({
  name: "agreements.signElsewhere",
  input: signElsewhereSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowToSign(tx, actor, subject),
  async run(scope) {
    const { round, party } = await openToSign(scope);
    if (round.taken?.documentId !== round.last.id) throw new DomainError("conflict", "noTurn");
    const bytes = scope.input.file.content;
    const judged = await judgeUpload(scope, { round, party }, { field: "file", bytes });
    return keepSignature(
      scope,
      { round, party },
      { ...judged, bytes, stamped: null, method: "signed-elsewhere" },
    );
  },
});
