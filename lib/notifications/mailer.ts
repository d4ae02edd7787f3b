import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/platform/env";
import { mailSender } from "@/lib/platform/mail/portal-address";

export type OutgoingMail = {
  /** The same for every try, so that a mailbox knows a second copy. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  calendar: { method: string; object: string } | null;
};

/** What a mail server answered instead of taking the mail: a code, and whether trying again could help. */
export class Undelivered extends Error {
  readonly code: string;
  readonly forGood: boolean;

  constructor(code: string, forGood: boolean) {
    super("undelivered");
    this.name = "Undelivered";
    this.code = code;
    this.forGood = forGood;
  }
}

export type Mailer = { send: (mail: OutgoingMail) => Promise<void>; close: () => void };

/**
 * A 5yz answer to the mail is final (RFC 5321 4.2.1). A refused sign-in is the installation's fault, not the mail's;
 * it and whatever is no answer at all may be better next time.
 */
function judge(error: unknown): Undelivered {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  const answered = typeof responseCode === "number" ? String(responseCode) : null;
  const named = typeof code === "string" && /^[A-Z0-9]{1,20}$/.test(code) ? code : "UNKNOWN";
  return new Undelivered(
    answered ?? named,
    named !== "EAUTH" && answered !== null && answered.startsWith("5"),
  );
}

/** Sends by the server of an SMTP address; every wait is short, for a transaction is open meanwhile. */
export function mailerOf(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 4_000,
    greetingTimeout: 4_000,
    socketTimeout: 6_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, to, subject, text, calendar }) {
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          messageId,
          subject,
          text,
          // An answer by hand goes nowhere; machines are told not to answer (RFC 3834).
          headers: { "Auto-Submitted": "auto-generated" },
          ...(calendar
            ? { icalEvent: { method: calendar.method, content: calendar.object, filename: "giay-moi.ics" } }
            : {}),
        });
      } catch (error) {
        throw judge(error);
      }
    },
    close: () => transport.close(),
  };
}

let configured: Mailer | null | undefined;

/** The mailer of this installation; null where mails are kept in the portal. */
export function configuredMailer(): Mailer | null {
  const { SMTP_URL: url } = env();
  configured ??= url ? mailerOf(url, mailSender()) : null;
  return configured;
}
