import "server-only";
import type { Query } from "@/lib/platform/queries/run-query";
import type { CertificateUse, OfficeCertificatesView } from "../certificates/types";
import { decideAgreement } from "../policy";
import { documentNumber } from "../rules";

/** So many uses of a certificate are listed, the newest first. */
const most = 50;

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
  signedBy: string;
};

function useOf(use: UseRow): CertificateUse {
  return {
    id: use.id,
    signedAt: use.signedAt,
    agreementId: use.agreementId,
    agreementTitle: use.agreementTitle,
    versionNumber: use.versionNumber,
    paperNumber: documentNumber(use.number, use.symbol),
    capacity: [use.signedBy],
    method: "portal-key",
    ended: use.roundState,
    sha256: use.sha256,
  };
}

/** The certificates of the acting office, newest first, each with what it signed; and whether a new key waits for the operator. */
export const getOfficeCertificates: Query<Record<string, never>, OfficeCertificatesView> = async ({
  tx,
  actor,
  now,
}) => {
  const { tenantId, officeId } = actor;
  const certificates = await tx.certificate.findMany({
    where: { tenantId, officeId },
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
    },
  });
  // Who does not hold the organisation's key reads nothing of it.
  const keys = await tx.signingKey.findMany({
    where: { tenantId, officeId },
    select: { certificateId: true, lockedAt: true },
  });
  const uses = await tx.$queryRaw<UseRow[]>`
    select s.id, s.certificate_id as "certificateId", s.signed_at as "signedAt", a.id as "agreementId", a.title as "agreementTitle",
      v.number as "versionNumber", r.number, r.symbol, r.state as "roundState", d.sha256, pe.full_name as "signedBy"
    from certificates c
    cross join lateral (select * from organisation_signatures s where s.tenant_id = c.tenant_id and s.certificate_id = c.id
      order by s.signed_at desc, s.id desc limit ${most}) s
    join signing_rounds r on r.tenant_id = s.tenant_id and r.id = s.round_id
    join issued_documents d on d.tenant_id = s.tenant_id and d.id = s.document_id
    join agreement_versions v on v.tenant_id = s.tenant_id and v.id = s.version_id
    join agreements a on a.tenant_id = v.tenant_id and a.id = v.agreement_id
    join people pe on pe.tenant_id = s.tenant_id and pe.id = s.person_id
    where c.tenant_id = ${tenantId}::uuid and c.office_id = ${officeId}::uuid
    order by s.signed_at desc, s.id desc`;
  const request = await tx.signingKeyRequest.findFirst({
    where: { tenantId, officeId, state: "waiting" },
    select: { requestedAt: true },
  });
  const beside = { state: "none", contactOfficeId: "", parties: [] } as const;
  return {
    certificates: certificates.map((certificate) => {
      const key = keys.find(({ certificateId }) => certificateId === certificate.id);
      return {
        ...certificate,
        state: certificate.revokedAt ? "revoked" : certificate.notAfter <= now ? "expired" : "valid",
        key: key === undefined ? "others" : key.lockedAt ? "locked" : "open",
        uses: uses.filter((use) => use.certificateId === certificate.id).map(useOf),
      };
    }),
    mayRequestKey: decideAgreement(actor, "requestOfficeKey", beside).allowed,
    keyRequestedAt: request?.requestedAt ?? null,
  };
};
