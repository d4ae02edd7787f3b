import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideAgreement } from "../policy";
import { documentNumber } from "../rules";
import type { VersionState } from "../types";

export type IssuedDocumentView = { bytes: Uint8Array; sha256: string; fileName: string };

/** The exact bytes of an issued file, for those whose office may download it; null for everybody else. */
export const getIssuedDocument: Query<{ documentId: string }, IssuedDocumentView> = async ({
  tx,
  actor,
  input,
}) => {
  const { tenantId } = actor;
  const document = await tx.issuedDocument.findUnique({
    where: { tenantId_id: { tenantId, id: input.documentId } },
    select: {
      bytes: true,
      sha256: true,
      seq: true,
      round: {
        select: {
          number: true,
          symbol: true,
          version: {
            select: {
              state: true,
              agreement: {
                select: {
                  contactOfficeId: true,
                  parties: { select: { officeId: true, signingPostId: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!document) return null;
  const { version, number, symbol } = document.round;
  const subject = { state: version.state as VersionState, ...version.agreement };
  if (!decideAgreement(actor, "download", subject).allowed) return null;
  const name = documentNumber(number, symbol)
    .replaceAll("/", "-")
    .replace(/[^\p{L}\p{N}.&-]/gu, "-");
  return { bytes: document.bytes, sha256: document.sha256, fileName: `${name}.pdf` };
};
