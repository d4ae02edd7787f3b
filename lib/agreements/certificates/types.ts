import type { FormState } from "@/lib/platform/forms/form-state";
import type { SigningMethod } from "../types";

/** One signature made with a certificate. */
export type CertificateUse = {
  /** The signature's id, which is its receipt's. */
  id: string;
  signedAt: Date;
  /** Null where the acting office may not open the agreement. */
  agreementId: string | null;
  agreementTitle: string;
  versionNumber: number;
  paperNumber: string;
  /** "Chánh Văn phòng", or in two parts: "KT. Chánh Văn phòng", "Phó Chánh Văn phòng". */
  capacity: readonly string[];
  method: SigningMethod;
  /** State of the round: open, completed, declined, withdrawn or lapsed. */
  ended: string;
  sha256: string;
};

export type OwnCertificate = {
  id: string;
  subject: string;
  serial: string;
  sha256: string;
  /** Empty for one that the tenant's own authority issued. */
  issuer: string;
  notBefore: Date;
  notAfter: Date;
  revokedAt: Date | null;
  /** Null for one that the portal issued. */
  registeredAt: Date | null;
  /** `root-removed`: the operator took its root from the list. */
  state: "valid" | "expired" | "revoked" | "root-removed";
  /** `elsewhere`: the key is not kept here; `others`: it is, and somebody else of the office holds it. */
  key: "open" | "locked" | "elsewhere" | "others";
  uses: readonly CertificateUse[];
};

export type OwnCertificatesView = {
  certificates: readonly OwnCertificate[];
  /** Under which a certificate may be registered. */
  roots: readonly { subject: string; sha256: string }[];
  mayRegister: boolean;
  mayRequestKey: boolean;
  /** A new key that waits for the operator. */
  keyRequestedAt: Date | null;
  returned: { form: string; state: FormState } | null;
};

/** The certificates of the acting office, whose key its records clerk holds. */
export type OfficeCertificatesView = Pick<
  OwnCertificatesView,
  "certificates" | "mayRequestKey" | "keyRequestedAt"
>;
