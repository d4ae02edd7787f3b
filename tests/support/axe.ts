import type { Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

const wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/**
 * What any WCAG 2.2 A or AA rule finds on the whole page; no rule is off and nothing is left out. The tool is read once a page: its half a
 * megabyte costs several times what the rules do. Pages with frames would need it in each: there are none. It is read from the top: what a
 * bar that stays happens to lie over is else a matter of where the last click had scrolled.
 */
export async function barriers(page: Page): Promise<string[]> {
  expectNoFrames(page);
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe.source);
  await page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })");
  // Of what may be loaded beforehand: sounds, for the rule about them. Style sheets are for a rule on trial, which these tags leave out.
  const options = {
    resultTypes: ["violations"],
    runOnly: { type: "tag", values: wcag22 },
    preload: { assets: ["media"] },
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) =>
      [`${id}: ${target.join(" ")}`, ...any.map(({ message }) => message)].join("; "),
    ),
  );
}

function expectNoFrames(page: Page): void {
  if (page.frames().length > 1) throw new Error("a frame of the page would not be looked into");
}

/** WCAG 2.2, 1.4.10: by how much the page is wider than the screen. */
export async function pixelsBeyond(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
