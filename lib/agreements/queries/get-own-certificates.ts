import "server-only";
import { loadReturnedForm } from "@/lib/platform/files/returned-form";
import type { Query } from "@/lib/platform/queries/run-query";
import type { CertificateUse, OwnCertificatesView } from "../certificates/types";
import { capacityLines, type DelegationKind } from "../delegations";
import { decideAgreement } from "../policy";
import { documentNumber } from "../rules";
import type { SigningMethod } from "../types";

type UseRow = {
  id: string;
  certificateId: string;
  signedAt: Date;
  agreementId: string;
  agreementTitle: string;
  versionNumber: number;
  number: number;
  symbol: string;
  roundState: string;
  sha256: string;
  method: SigningMethod;
  signingPostTitle: string;
  delegationKind: DelegationKind | null;
  delegatePostTitle: string | null;
  readable: boolean;
};

function useOf(use: UseRow): CertificateUse {
  const onBehalf =
    use.delegationKind && use.delegatePostTitle
      ? { kind: use.delegationKind, postTitle: use.delegatePostTitle }
      : null;
  return {
    id: use.id,
    signedAt: use.signedAt,
    agreementId: use.readable ? use.agreementId : null,
    agreementTitle: use.agreementTitle,
    versionNumber: use.versionNumber,
    paperNumber: documentNumber(use.number, use.symbol),
    capacity: capacityLines(use.signingPostTitle, onBehalf),
    method: use.method,
    ended: use.roundState,
    sha256: use.sha256,
  };
}

/** Every certificate in the person's name, newest first, each with every use of it and the state of its key. */
export const getOwnCertificates: Query<{ returned?: string | undefined }, OwnCertificatesView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { tenantId, personId } = actor;
  const certificates = await tx.certificate.findMany({
    where: { tenantId, personId },
    orderBy: [{ notBefore: "desc" }, { id: "desc" }],
    select: {
      id: true,
      subject: true,
      serial: true,
      sha256: true,
      issuer: true,
      notBefore: true,
      notAfter: true,
      revokedAt: true,
      registeredAt: true,
      root: { select: { removedAt: true } },
      key: { select: { failures: true, lockedAt: true } },
    },
  });
  const uses = await tx.$queryRaw<UseRow[]>`
    select id, certificate_id as "certificateId", signed_at as "signedAt", agreement_id as "agreementId",
      agreement_title as "agreementTitle", version_number as "versionNumber", number, symbol, round_state as "roundState", sha256,
      method, signing_post_title as "signingPostTitle", delegation_kind as "delegationKind",
      delegate_post_title as "delegatePostTitle", readable
    from own_signatures()`;
  const roots = await tx.signingRoot.findMany({
    where: { tenantId, removedAt: null },
    orderBy: [{ subject: "asc" }, { id: "asc" }],
    select: { subject: true, sha256: true },
  });
  const request = await tx.signingKeyRequest.findFirst({
    where: { tenantId, personId, officeId: null, state: "waiting" },
    select: { requestedAt: true },
  });
  const beside = { state: "none", contactOfficeId: "", parties: [] } as const;
  return {
    certificates: certificates.map(({ key, root, ...certificate }) => ({
      ...certificate,
      state: certificate.revokedAt
        ? "revoked"
        : certificate.notAfter <= now
          ? "expired"
          : root?.removedAt
            ? "root-removed"
            : "valid",
      key: key === null ? "elsewhere" : key.lockedAt ? "locked" : "open",
      uses: uses.filter((use) => use.certificateId === certificate.id).map(useOf),
    })),
    roots,
    mayRequestKey: decideAgreement(actor, "requestKey", beside).allowed,
    keyRequestedAt: request?.requestedAt ?? null,
    mayRegister: decideAgreement(actor, "registerCertificate", beside).allowed,
    returned: await loadReturnedForm(tx, actor, input.returned),
  };
};
