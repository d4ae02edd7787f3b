import "server-only";
import { env } from "@/lib/platform/env";

const megabyte = 1024 * 1024;

/** Files in one form. */
export const mostFiles = 5;

/** Fields that are typed: their length is the schema's to judge, their bytes are limited here. */
export const fieldLimits = { fieldSize: 256 * 1024, fields: 200, headerPairs: 20 };

/** The largest file in bytes, and as people read it. */
export function largestFile(): { bytes: number; megabytes: number } {
  const megabytes = env().PORTAL_FILE_MB;
  return { bytes: megabytes * megabyte, megabytes };
}

/** The largest a citizen may send: what a telephone makes of a page, and less where staff may send less. */
export function largestFromCitizens(): { bytes: number; megabytes: number } {
  const megabytes = Math.min(10, largestFile().megabytes);
  return { bytes: megabytes * megabyte, megabytes };
}

/** The same, as a page of citizens tells it. */
export function citizenLimits(): { megabytes: number; files: number } {
  return { megabytes: largestFromCitizens().megabytes, files: mostFiles };
}

/** The same, as a page tells it. */
export function fileLimits(): { megabytes: number; files: number } {
  return { megabytes: largestFile().megabytes, files: mostFiles };
}

/** What a form may bring in all before its connection is cut: beyond every file at its largest nothing honest comes. */
export function largestForm(): number {
  return (mostFiles + 1) * largestFile().bytes + 4 * megabyte;
}

/** Bytes of forms held at the same time in this process. Who comes beyond is told to try again. */
export function mostHeld(): number {
  return 8 * largestFile().bytes;
}
