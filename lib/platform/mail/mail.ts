export type MailKind = "invitation" | "invitation-changed" | "invitation-withdrawn" | "notice";

/** A mail as a domain decides on it: to an account, not to an address, which is looked up when it is sent. */
export type MailDraft = {
  accountId: string;
  kind: MailKind;
  subjectKind: "meeting" | "notice";
  subjectId: string;
  /** What it is for; the same occasion makes no second mail, however often it is asked for. */
  occasion: string;
  /** In fixed words: a subject line is read by whoever stands beside the screen. */
  subject: string;
  text: string;
  /** An iCalendar object to go with it (RFC 6047). */
  calendar?: { method: "REQUEST" | "CANCEL"; object: string };
};

/** The queue that delivers one mail; handled by lib/notifications. */
export const deliverMailQueue = "notifications.deliver-mail";
