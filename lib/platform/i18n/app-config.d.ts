import type messages from "@/messages/vi.json";

// Makes a key that is missing from the message file a type error where it is used.
declare module "next-intl" {
  interface AppConfig {
    Locale: "vi" | "en";
    Messages: typeof messages;
  }
}
