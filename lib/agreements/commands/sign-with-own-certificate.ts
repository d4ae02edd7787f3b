import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { loadRegisteredCertificates } from "../queries/load-registered-certificates";
import { allowToSign } from "../refusal";
import { signWithOwnCertificateSchema } from "../schema";
import { openPkcs12 } from "../signing/open-pkcs12";
import { addSignatureOf } from "../signing/sign-pdf";
import { findVersionForUpdate } from "../store";
import { judgeUpload } from "./judge-upload";
import { keepSignature, openToSign, reasonOf } from "./keep-signature";
import { madeFor, type Signed, signOrAsk } from "./made-signature";

/**
 * The signer sends a PKCS#12 file with its passphrase, used for this one signature and kept nowhere. The certificate in it is one
 * the signer registered; the file that results is judged as one that was signed elsewhere.
 */
export const signWithOwnCertificate = defineCommand({
  name: "agreements.signWithOwnCertificate",
  input: signWithOwnCertificateSchema,
  subject: ({ tx, actor, input }) => findVersionForUpdate(tx, actor.tenantId, input.versionId),
  allow: ({ tx, actor, subject }) => allowToSign(tx, actor, subject),
  async run(scope) {
    const { tx, actor, input, now, answer } = scope;
    const { round, party } = await openToSign(scope);
    if (round.issuedSha256 !== input.issuedSha256) throw new DomainError("stale", "staleText");
    const keep = async ({ bytes, stamped }: Signed) => {
      const judged = await judgeUpload(scope, { round, party }, { field: "keyFile", bytes });
      const method = "own-certificate";
      return keepSignature(scope, { round, party }, { ...judged, bytes, stamped, method });
    };
    const made = madeFor(answer, round.last.id);
    if (made) return keep(made);
    const certificates = await loadRegisteredCertificates(tx, actor, now);
    const registered = certificates.map(({ sha256 }) => sha256);
    const opened = await openPkcs12(input.keyFile.content, input.passphrase, registered);
    if (opened === null) {
      throw new DomainError("invalid", "invalid", { fields: { passphrase: ["keyFileClosed"] } });
    }
    if (opened === "no-registered-certificate") {
      throw new DomainError("invalid", "invalid", { fields: { keyFile: ["increment.notRegistered"] } });
    }
    const signed = await signOrAsk(answer, round.last.id, (askForStamp) =>
      addSignatureOf(opened.signer, {
        pdf: round.last.bytes,
        fieldName: `party_${party.ordinal}`,
        reason: reasonOf(round, party, ""),
        signedAt: now,
        askForStamp,
      }),
    );
    return "asks" in signed ? signed : keep(signed);
  },
});
