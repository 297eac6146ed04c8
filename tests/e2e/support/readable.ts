import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const PHONE = { width: 320, height: 640 };
const DESKTOP = { width: 1_280, height: 800 };
const SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** What axe finds wrong with a page, each with the place of it. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`),
  );
}

/** Nothing is wrong with a page, by day and by night. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect
      .poll(() => violationsOn(page), { message: `${page.url()} ${colorScheme}`, timeout: 40_000 })
      .toEqual([]);
  }
}

/** The same, and on a phone nothing is read sideways. */
export async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  await expect
    .poll(() => page.evaluate<number>(SIDEWAYS), { message: `${page.url()} at 320 px` })
    .toBeLessThanOrEqual(0);
  await page.setViewportSize(before ?? DESKTOP);
}
