import "server-only";
import { X509Certificate } from "node:crypto";
import { publicClient } from "@/lib/platform/db/client";

/** The roots of this portal's own authorities, as anybody may know them. */
export async function portalRoots(): Promise<X509Certificate[]> {
  const [row] = await publicClient().$queryRaw<{ answer: string[] }[]>`select known_roots() as answer`;
  return (row?.answer ?? []).map((der) => new X509Certificate(Buffer.from(der, "base64")));
}
