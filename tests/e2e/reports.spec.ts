import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { windowAs } from "./support/evidence";

test("a supervisor opens Reports, changes the period, and takes a file with the same rows", async ({ browser }) => {
  const page = await windowAs(browser, /^Supervisor/);
  await page.getByRole("link", { name: "Reports" }).first().click();
  const main = page.locator("main");
  await expect(main.getByRole("heading", { name: "Reports", level: 1 })).toBeVisible();

  await main.getByLabel("Period").selectOption({ label: "Last year (365 days)" });
  await main.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/period=year/);
  await expect(main).toContainText("Fewer than 5");

  const downloading = page.waitForEvent("download");
  await main.locator("#numbers").getByRole("link", { name: "CSV" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^numbers_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain('"What came","Cases","Median days"\r\n');

  // The same rows, and the same cells hidden, as on the page.
  const rows = text.trimEnd().split("\r\n").slice(1);
  await expect(main.locator("#numbers tbody tr")).toHaveCount(rows.length);
  for (const row of rows) {
    const [, what = "", cases = ""] = /^"?(.*?)"?,"?([^",]*)"?,[^,]*$/.exec(row) ?? [];
    await expect(main.locator("#numbers tbody tr").filter({ hasText: what }).first()).toContainText(cases);
  }
});
