import "server-only";
import type { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { env } from "@/lib/platform/env";
import { readCertificates } from "./signing/read-certificates";
import type { StampAuthority } from "./signing/time-stamp";

let roots: readonly X509Certificate[] | undefined;

/** Whose time stamps are trusted, by configuration; kept in the file also after another responder took over. */
export function stampRoots(): readonly X509Certificate[] {
  const { PORTAL_TIMESTAMP_ROOTS: path } = env();
  roots ??= path === undefined ? [] : readCertificates(readFileSync(path));
  return roots;
}

/** The responder that stamps signatures; null where none is configured. */
export function stampAuthority(): StampAuthority | null {
  const { PORTAL_TIMESTAMP_URL: url } = env();
  return url === undefined ? null : { url, roots: stampRoots() };
}
