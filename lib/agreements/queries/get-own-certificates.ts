import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import type { OwnCertificatesView } from "../certificates/types";
import { documentNumber } from "../rules";

type UseRow = {
  id: string;
  certificateId: string;
  signedAt: Date;
  agreementId: string;
  agreementTitle: string;
  number: number;
  symbol: string;
  roundState: string;
  sha256: string;
  readable: boolean;
};

/** Every certificate in the person's name, newest first, each with every use of it and the state of its key. */
export const getOwnCertificates: Query<object, OwnCertificatesView> = async ({ tx, actor, now }) => {
  const { tenantId, personId } = actor;
  const certificates = await tx.certificate.findMany({
    where: { tenantId, personId },
    orderBy: [{ notBefore: "desc" }, { id: "desc" }],
    select: {
      id: true,
      subject: true,
      serial: true,
      sha256: true,
      notBefore: true,
      notAfter: true,
      revokedAt: true,
      key: { select: { failures: true, lockedAt: true } },
    },
  });
  const uses = await tx.$queryRaw<UseRow[]>`
    select id, certificate_id as "certificateId", signed_at as "signedAt", agreement_id as "agreementId",
      agreement_title as "agreementTitle", number, symbol, round_state as "roundState", sha256, readable
    from own_signatures()`;
  return {
    certificates: certificates.map(({ key, ...certificate }) => ({
      ...certificate,
      state: certificate.revokedAt ? "revoked" : certificate.notAfter <= now ? "expired" : "valid",
      key: key === null ? "elsewhere" : key.lockedAt ? "locked" : "open",
      uses: uses
        .filter((use) => use.certificateId === certificate.id)
        .map((use) => ({
          id: use.id,
          signedAt: use.signedAt,
          agreementId: use.readable ? use.agreementId : null,
          agreementTitle: use.agreementTitle,
          paperNumber: documentNumber(use.number, use.symbol),
          ended: use.roundState,
          sha256: use.sha256,
        })),
    })),
  };
};
