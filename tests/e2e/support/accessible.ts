import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** WCAG 2.2 on levels A and AA. */
const asked = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const views = [
  { name: "wide and light", width: 1440, height: 900, colorScheme: "light", leftOut: [] },
  // A bar stands over the foot of a narrow page: axe takes what it covers for too small to press.
  { name: "narrow and dark", width: 390, height: 844, colorScheme: "dark", leftOut: ["target-size"] },
] as const;

type Axe = { run: (part: Document, options: unknown) => Promise<AxeResults> };

/** What axe finds wrong on a page as it stands, wide and narrow, in the light and in the dark. */
export async function faultsOf(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.evaluate(axe);
  const faults: string[] = [];
  for (const { name, width, height, colorScheme, leftOut } of views) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    // Colours that still change from light to dark are neither.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await page.evaluate(
      ([values, rules]) => {
        const { axe } = window as unknown as { axe: Axe };
        const off = Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
        return axe.run(document, {
          runOnly: { type: "tag", values },
          rules: off,
          resultTypes: ["violations"],
          preload: false,
        });
      },
      [asked, [...leftOut]] as const,
    );
    // The place and the rule, never the words that stand there.
    faults.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} at ${target}`)));
  }
  if (before) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
  return faults;
}
