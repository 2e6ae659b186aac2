import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { windowAs } from "./support/evidence";

test("a supervisor opens Reports, changes the period, and takes a file with the same rows", async ({ browser }) => {
  const page = await windowAs(browser, /^Supervisor/);
  await page.getByRole("link", { name: "Reports" }).first().click();
  const main = page.locator("main");
  await expect(main.getByRole("heading", { name: "Reports", level: 1 })).toBeVisible();

  await main.getByLabel("Period", { exact: true }).selectOption({ label: "Last year (365 days)" });
  await main.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/period=year/);
  await expect(main).not.toContainText("Fewer than 5");

  const downloading = page.waitForEvent("download");
  await main.locator("#numbers").getByRole("link", { name: "CSV" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^numbers_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain('"What came","Cases","Median days"\r\n');

  // The same rows as on the page, and the same numbers wherever they are not too small to leave.
  const rows = text.trimEnd().split("\r\n").slice(1);
  await expect(main.locator("#numbers tbody tr")).toHaveCount(rows.length);
  for (const row of rows) {
    const [, what = "", cases = ""] = /^"?(.*?)"?,"?([^",]*)"?,[^,]*$/.exec(row) ?? [];
    const line = main.locator("#numbers tbody tr").filter({ hasText: what }).first();
    if (/^\d+$/.test(cases)) await expect(line).toContainText(cases);
    else await expect(line).toContainText(/\d/);
  }
});
