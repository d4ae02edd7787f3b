import { X509Certificate } from "node:crypto";

/** The certificates of one file: any number as PEM, or one as DER. Throws on what is none. */
export function readCertificates(bytes: Uint8Array): X509Certificate[] {
  const blocks = Buffer.from(bytes)
    .toString("latin1")
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  return (blocks ?? [Buffer.from(bytes)]).map((block) => new X509Certificate(block));
}
