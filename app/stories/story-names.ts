/** Addresses under `/stories/`; the browser tests go through them. */
export const storyNames = [
  "ui",
  "log",
  "sign-in",
  "sign-in/plain",
  "errors/not-found",
  "errors/busy",
  "errors/fault",
  "forms",
  "forms/refused",
  "desk",
  "desk/empty",
  "agreements/list",
  "agreements/list-empty",
  "agreements/waiting",
  "agreements/draft",
  "agreements/merged",
  "signing",
  "signing/receipt",
  "tasks/list",
  "tasks/list-empty",
  "tasks/assist",
  "tasks/lead",
  "tasks/closed",
] as const;

export type StoryName = (typeof storyNames)[number];
