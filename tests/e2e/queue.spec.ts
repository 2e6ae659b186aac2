import { expect, type Locator, type Page, test } from "@playwright/test";
import { faultsOf } from "./support/accessible";
import { closeWindows, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

const still = { script: false };
const tall = 844;
const tabBar = 64;

const overdue = (page: Page): Locator => page.locator("#overdue .act");

/** The number beside My work in the side bar is the length of the list that it opens. */
async function expectCounted(page: Page): Promise<void> {
  const number = page.getByRole("navigation", { name: "Main", exact: true }).locator('a[href="/"] .nav__n');
  const said = (await number.count()) === 0 ? 0 : Number(await number.textContent());
  await expect(overdue(page)).toHaveCount(said);
}

/** Opens a way of the first overdue act that has it, and says which act that is. */
async function open(page: Page, way: string, words: RegExp = /./): Promise<Locator> {
  const row = overdue(page)
    .filter({ hasText: words, has: page.getByRole("link", { name: way }) })
    .first();
  const id = await row.getAttribute("id");
  await row.getByRole("link", { name: way }).click();
  return page.locator(`#overdue [id="${id}"]`);
}

test("an overdue act is done where it stands, another is snoozed and comes back, and the number is the list", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/);
  const main = page.locator("main");
  await page.goto("/");
  await expectCounted(page);
  expect(await faultsOf(page)).toEqual([]);

  await test.step("snoozed with a reason, and brought back", async () => {
    const row = await open(page, "Snooze");
    const form = page.getByRole("form", { name: "Snooze" });
    await form.getByRole("button", { name: "Snooze" }).click();
    await expect(form.locator(".field--error")).toContainText("Say why it can wait.");
    await form.getByLabel("Why it can wait").fill("The officer is back on Thursday.");
    await form.getByRole("button", { name: "Snooze" }).click();
    await expect(main).toContainText("It comes back on its day; no deadline has changed.");
    await expect(row).toHaveCount(0);
    await expectCounted(page);
    await page.locator("#snoozed summary").click();
    const hidden = page.locator("#snoozed .act").filter({ hasText: "The officer is back on Thursday." });
    await hidden.getByRole("button", { name: "Bring it back" }).click();
    await expect(main).toContainText("Back in the queue");
    await expect(row).toHaveCount(1);
  });

  await test.step("a call about a detective is logged on the row, and the act is done", async () => {
    const row = await open(page, "Log a call, letter or reply", /Ask the detective for an update/);
    const form = page.getByRole("form", { name: "Log a call, letter or reply" });
    await form.getByLabel("What was said or sent").fill("He waits for the records of the company.");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(main).toContainText("The act is done, or comes back on its next day.");
    await expect(row).toHaveCount(0);
    await expectCounted(page);
  });
});

test("on a phone the first overdue act is in sight without scrolling", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/);
  await page.setViewportSize({ width: 390, height: tall });
  await page.goto("/");
  const box = await overdue(page).first().boundingBox();
  expect(box && box.y + 48).toBeLessThan(tall - tabBar);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a supervisor opens on what is overdue in the team, by person; one link narrows it to one of them", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Supervisor/);
  await page.goto("/");
  await expectCounted(page);
  await expect(overdue(page).first()).toBeVisible();
  await page.locator("#overdue").getByRole("link", { name: "Show only this person" }).first().click();
  await expect(page).toHaveURL(/\/\?of=[0-9a-f-]{36}$/);
  await expect(page.locator("main")).toContainText("The queue of");
  await expect(overdue(page).first()).toBeVisible();
  await page.goto("/team");
  const tally = page.locator("main .tally").filter({ hasText: "Acts overdue" });
  const said = Number(await tally.locator("b").textContent());
  await tally.click();
  await expect(overdue(page)).toHaveCount(said);
});

test("without script an act is opened, refused with what was typed, and snoozed", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/, still);
  await page.goto("/");
  const row = await open(page, "Snooze");
  const form = page.getByRole("form", { name: "Snooze" });
  const until = await form.getByLabel("Show it again on").inputValue();
  await form.getByLabel("Show it again on").fill("2020-01-01");
  await form.getByLabel("Why it can wait").fill("She is away.");
  await form.getByRole("button", { name: "Snooze" }).click();
  await expect(form.locator(".field--error")).toContainText("Choose a day after today.");
  await expect(form.getByLabel("Why it can wait")).toHaveValue("She is away.");
  await form.getByLabel("Show it again on").fill(until);
  await form.getByRole("button", { name: "Snooze" }).click();
  await expect(page.locator("main")).toContainText("It comes back on its day; no deadline has changed.");
  await expect(row).toHaveCount(0);
});
