import { P12Signer, type Signer } from "@libpdf/core";
import { certificateSha256 } from "./certificate-fingerprint";

export type OpenedPkcs12 = { signer: Signer; certificateSha256: string };

/**
 * Opens a PKCS#12 file (RFC 7292) for one signature with the certificate among `registered`; its key stays in this process's
 * memory and goes with the answer. Null where the passphrase is wrong, the file is none or its encryption is not known: programs
 * that read it cannot tell these apart. Nothing of an error is passed on, since it may quote what was read.
 */
export async function openPkcs12(
  bytes: Uint8Array,
  passphrase: string,
  registered: readonly string[],
): Promise<OpenedPkcs12 | "no-registered-certificate" | null> {
  let opened: P12Signer;
  try {
    opened = await P12Signer.create(new Uint8Array(bytes), passphrase);
  } catch {
    return null;
  }
  const all = [opened.certificate, ...opened.certificateChain];
  const own = all.find((der) => registered.includes(certificateSha256(der)));
  if (!own) return "no-registered-certificate";
  const signer: Signer = {
    certificate: own,
    certificateChain: all.filter((der) => der !== own),
    keyType: opened.keyType,
    signatureAlgorithm: opened.signatureAlgorithm,
    sign: (data, algorithm) => opened.sign(data, algorithm),
  };
  return { signer, certificateSha256: certificateSha256(own) };
}
