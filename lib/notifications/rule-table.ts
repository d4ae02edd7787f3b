import type { Rule } from "@/lib/platform/policy/rule-table";

export const mailActs = ["resend"] as const;
export const mailParts = ["tenant"] as const;
export const mailStates = ["queued", "sent", "kept", "failed", "dropped"] as const;
export type MailState = (typeof mailStates)[number];
export type MailRule = Rule<(typeof mailActs)[number], (typeof mailParts)[number], MailState, never>;

/** Who may do what with mails. Each person reads their own; of others' an administrator knows only what became of them. */
export const mailRules: readonly MailRule[] = [
  {
    id: "mail-resend",
    act: "resend",
    roles: ["tenant-administrator"],
    parts: ["tenant"],
    states: ["failed"],
    source: { kind: "portal", name: "Thư gửi đi" },
    quote: "Thư không gửi được thì quản trị cổng cho gửi lại sau khi đã khắc phục.",
  },
];
