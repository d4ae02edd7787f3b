import type { IconName } from "@/components/ui/icon";

export type NavigationKey =
  | "desk"
  | "agreements"
  | "tasks"
  | "calendar"
  | "petitions"
  | "notices"
  | "offices"
  | "refusals"
  | "looks"
  | "settings";

/** Only pages that exist are passed in. `count` is how many things wait for the person there. */
export type NavigationItem = { key: NavigationKey; href: string; count?: number | undefined };

export const navigationIcons: Record<NavigationKey, IconName> = {
  desk: "desk",
  agreements: "book",
  tasks: "task",
  calendar: "cal",
  petitions: "mail",
  notices: "bell",
  offices: "house",
  refusals: "shield",
  looks: "lock",
  settings: "gear",
};
