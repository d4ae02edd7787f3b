import "server-only";
import { env } from "@/lib/platform/env";

/** The whole address of a page, as it stands in a mail. */
export function portalAddress(path: string): string {
  return `${env().PORTAL_URL.replace(/\/$/, "")}${path}`;
}

/** Whose mails these are; without a mail server nobody outside reads it. */
export function mailSender(): string {
  return env().MAIL_FROM ?? `khong-tra-loi@${new URL(env().PORTAL_URL).hostname}`;
}
