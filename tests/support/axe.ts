import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/**
 * What any WCAG 2.2 A or AA rule finds on the whole page; no rule is off and nothing is left out. All frames of our pages
 * are our own, which the tool's older way of asking covers at a third of the time.
 */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(wcag22)
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) =>
      [`${id}: ${target.join(" ")}`, ...any.map(({ message }) => message)].join("; "),
    ),
  );
}

/** WCAG 2.2, 1.4.10: by how much the page is wider than the screen. */
export async function pixelsBeyond(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
