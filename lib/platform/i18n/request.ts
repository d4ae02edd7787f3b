import { getRequestConfig } from "next-intl/server";

export const portalTimeZone = "Asia/Ho_Chi_Minh";

export default getRequestConfig(async () => {
  const locale = "vi";
  const messages = await import("@/messages/vi.json");
  return { locale, timeZone: portalTimeZone, messages: messages.default };
});
