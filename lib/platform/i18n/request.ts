import { getRequestConfig } from "next-intl/server";
import { shownLanguage } from "./language";

export const portalTimeZone = "Asia/Ho_Chi_Minh";

/** Papers, feeds and mails ask for Vietnamese by name; screens are in the language of who reads them. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = asked ?? (await shownLanguage());
  const messages = locale === "en" ? await import("@/messages/en.json") : await import("@/messages/vi.json");
  return { locale, timeZone: portalTimeZone, messages: messages.default };
});
