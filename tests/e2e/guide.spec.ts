import { expect, test } from "@playwright/test";
import { closeWindows, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

test("a caseworker is led from a page to the page of the guide that fits, and finds another by its words", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/);
  await page.goto("/references");
  await page.getByRole("link", { name: "How do I …?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Record an official number");
  await page.getByRole("link", { name: "All pages of the guide" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Caseworker");
  await page.getByLabel("Find in the guide").fill("REFUSAL complaint");
  await expect(page.getByRole("link", { name: /^Record a refusal/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Make backups/ })).toHaveCount(0);
  await expect(page).toHaveURL(/\/guide$/);
  await page.getByLabel("Find in the guide").fill("");
  await page.getByRole("link", { name: /^Open a case/ }).click();
  const picture = page.getByRole("img", { name: /^The overview of a case/ });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(500);
});

test("an officer's own pages come first, also without script", async ({ browser }) => {
  const page = await windowAs(browser, /^Police liaison/, { script: false });
  await page.getByRole("link", { name: "Help" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Police liaison");
  await page.getByRole("link", { name: /^Receive a packet/ }).click();
  await expect(page.getByRole("article")).toContainText("The organisation sees it at once");
});
