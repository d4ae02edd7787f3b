import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** After a journey no page stays open: each would go on reading anew whatever the next one changes. */
export const test = base.extend<{ nothingLeftOpen: undefined }>({
  nothingLeftOpen: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
