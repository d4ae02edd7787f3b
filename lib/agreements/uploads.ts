import "server-only";
import { uploadAction } from "@/lib/platform/files/upload-action";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { enterExternalSignature } from "./commands/enter-external-signature";
import { registerCertificate } from "./commands/register-certificate";
import { registerExternalCertificate } from "./commands/register-external-certificate";
import { signElsewhere } from "./commands/sign-elsewhere";
import { signWithOwnCertificate } from "./commands/sign-with-own-certificate";

type Sent = { tenant: string; field: (name: string) => string };

const otherWays = ({ tenant, field }: Sent) =>
  `/${tenant}/agreements/${idFromAddress(field("agreementId"))}/sign/other`;
const toReceipt = ({
  tenant,
  result,
}: {
  tenant: string;
  result: { agreementId: string; signatureId: string };
}) => `/${tenant}/agreements/${result.agreementId}/receipts/${result.signatureId}`;
const kilobyte = 1024;

/** A file signed with another tool comes back. The receipt says that it was taken. */
export const signedElsewhereUpload = uploadAction(signElsewhere, {
  form: "signed-elsewhere",
  page: otherWays,
  redirectTo: toReceipt,
  saved: null,
  raw: { bytes: 20 * kilobyte * kilobyte },
});

/** PKCS#12 with its passphrase: held in memory for one signature. */
export const ownCertificateUpload = uploadAction(signWithOwnCertificate, {
  form: "own-certificate",
  page: otherWays,
  redirectTo: toReceipt,
  saved: null,
  raw: { bytes: 64 * kilobyte },
});

export const certificateUpload = uploadAction(registerCertificate, {
  form: "register-certificate",
  page: ({ tenant }) => `/${tenant}/account/certificates`,
  redirectTo: ({ tenant }) => `/${tenant}/account/certificates`,
  saved: "certificateRegistered",
  raw: { bytes: 64 * kilobyte },
});

const outside = ({ tenant, field }: Sent) =>
  `/${tenant}/agreements/${idFromAddress(field("agreementId"))}/outside`;

export const externalCertificateUpload = uploadAction(registerExternalCertificate, {
  form: "register-outside",
  page: outside,
  redirectTo: ({ tenant, result }) => `/${tenant}/agreements/${result.agreementId}/outside`,
  saved: "externalCertificateRegistered",
  raw: { bytes: 64 * kilobyte },
});

/** The file a party outside signed, brought in by the office that represents it. */
export const externalSignatureUpload = uploadAction(enterExternalSignature, {
  form: "enter-signature",
  page: outside,
  redirectTo: ({ tenant, result }) => `/${tenant}/agreements/${result.agreementId}/outside`,
  saved: "externalSignatureEntered",
  raw: { bytes: 20 * kilobyte * kilobyte },
});
