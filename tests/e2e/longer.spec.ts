import { expect, test } from "@playwright/test";
import { alive } from "./support/alive";
import { closeWindows, windowAs } from "./support/evidence";
import { lengthen, misfits } from "./support/lengthen";

/** The densest pages. What follows `cases` is below a case of the demonstration. */
const paths = ["/", "/cases", "/deadlines", "/reports", "/cases/new/details"];
const ofCase = ["", "/ladder", "/evidence", "/references", "/safety"];

test.afterEach(closeWindows);

for (const width of [390, 1440]) {
  test(`nothing is cut off or scrolls sideways at ${width} px when every text is two fifths longer`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const page = await windowAs(browser, /^Supervisor/);
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/cases");
    const link = page.locator('main tbody a[href^="/cases/"]').first();
    const [, caseId] = /\/cases\/([0-9a-f-]{36})/.exec((await link.getAttribute("href")) ?? "") ?? [];
    for (const path of [...paths, ...ofCase.map((below) => `/cases/${caseId}${below}`)]) {
      await page.goto(path);
      await alive(page.locator("main").first());
      await lengthen(page);
      expect(await misfits(page), `${path} at ${width} px`).toEqual([]);
    }
  });
}
