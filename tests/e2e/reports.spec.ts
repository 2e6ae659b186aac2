import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { ownerOf } from "../support/e2e";
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

test("reports that take long appear by themselves, and those that failed are counted again", async ({ browser }) => {
  const page = await windowAs(browser, /^Supervisor/);
  const main = page.locator("main");
  const plain = await windowAs(browser, /^Supervisor/, { script: false });
  const owner = await ownerOf("demo");
  try {
    const people = await owner<{ orgId: string; memberId: string }[]>`
      select org_id as "orgId", member_id as "memberId" from auth.logins where member_id is not null`;
    // What a long count holds while it is at work.
    await owner.begin(async (tx) => {
      for (const { orgId } of people)
        await tx`select pg_advisory_xact_lock(hashtextextended(${`reports ${orgId}`}, 0))`;
      await page.goto("/reports");
      await expect(main.getByRole("heading", { name: "Being counted" })).toBeVisible();
      await tx`select set_config('application_name', 'reports ' || org_id || ' 7', true) from auth.logins
        group by org_id order by count(*) desc limit 1`;
      await expect(main).toContainText(/7 of \d+ parts/);
      await plain.goto("/reports");
      await expect(plain.getByRole("link", { name: "Look again" })).toBeVisible();
    });
    await expect(main.locator("#numbers")).toBeVisible();
    await expect(main).not.toContainText("Being counted");
    await plain.getByRole("link", { name: "Look again" }).click();
    await expect(plain.locator("#numbers")).toBeVisible();

    await owner.begin(async (tx) => {
      for (const { orgId, memberId } of people) {
        await tx`select ctx.put(${orgId}::uuid, ${memberId}::uuid, 'supervisor')`;
        await tx`insert into app.report_counts (id, org_id, member_id, from_on, to_on, counted_at)
          select gen_random_uuid(), ${orgId}, ${memberId}, day - 29, day, now()
          from generate_series(current_date - 1, current_date + 1, '1 day') as days(at), lateral (select at::date as day) d`;
      }
    });
    await page.reload();
    await expect(main).toContainText("Could not be counted");
    await expect(main.locator("#numbers")).toHaveCount(0);
    await main.getByRole("button", { name: "Count again" }).click();
    await expect(main.locator("#numbers")).toBeVisible();
    await expect(main).not.toContainText("Could not be counted");
    for (const { orgId, memberId } of people)
      await owner.begin(async (tx) => {
        await tx`select ctx.put(${orgId}::uuid, ${memberId}::uuid, 'supervisor')`;
        await tx`delete from app.report_counts where member_id = ${memberId}`;
      });
  } finally {
    await owner.end();
  }
});
