import type { MailKind } from "@/lib/platform/mail/mail";
import type { MailState } from "./rule-table";

/** Whose mails: one's own, everybody's, or those that were given up. */
export type OutboxOf = "own" | "all" | "failed";

export type MailView = {
  id: string;
  at: Date;
  kind: MailKind;
  state: MailState;
  attempts: number;
  code: string | null;
  nextAt: Date | null;
  receiver: string | null;
  own: boolean;
  mayResend: boolean;
  /** What it says, to its receiver alone and as long as it is kept. */
  content: { subject: string; text: string; calendar: string | null } | null;
};

export type OutboxView = {
  of: OutboxOf;
  readsAll: boolean;
  items: readonly MailView[];
  next: string | null;
};
