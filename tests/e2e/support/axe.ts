import { expect, type Page } from "@playwright/test";
import { barriers, pixelsBeyond } from "@/tests/support/axe";

export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
}

/** At the width it has, the page scrolls in one direction only. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await pixelsBeyond(page)).toBe(0);
}
