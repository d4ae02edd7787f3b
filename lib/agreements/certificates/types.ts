/** One signature made with a certificate. */
export type CertificateUse = {
  /** The signature's id, which is its receipt's. */
  id: string;
  signedAt: Date;
  /** Null where the acting office may not open the agreement. */
  agreementId: string | null;
  agreementTitle: string;
  paperNumber: string;
  /** State of the round: open, completed, declined, withdrawn or lapsed. */
  ended: string;
  sha256: string;
};

export type OwnCertificate = {
  id: string;
  subject: string;
  serial: string;
  sha256: string;
  notBefore: Date;
  notAfter: Date;
  revokedAt: Date | null;
  state: "valid" | "expired" | "revoked";
  /** `elsewhere`: the key is not kept here. */
  key: "open" | "locked" | "elsewhere";
  uses: readonly CertificateUse[];
};

export type OwnCertificatesView = { certificates: readonly OwnCertificate[] };
