"use server";
import { formAction } from "@/lib/platform/commands/form-action";
import { resendMail } from "./commands/resend-mail";

export const resendMailAction = formAction(resendMail, {
  redirectTo: ({ tenant }) => `/${tenant}/outbox?of=failed`,
  saved: "mailResent",
});
