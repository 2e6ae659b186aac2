import { expect, test } from "@playwright/test";
import { seededBytes } from "../support/files";
import { openCase } from "./support/case";
import { closeWindows, openSheet, somebody, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const shots = (from: number) =>
  Array.from({ length: 5 }, (_, at) => ({
    name: `Screenshot ${from + at}.png`,
    mimeType: "image/png",
    buffer: Buffer.concat([png, Buffer.from(seededBytes(40, from + at))]),
  }));

test("five screenshots with their gaps closed take ten acts", async ({ browser }) => {
  const page = await windowAs(browser, /Caseworker/);
  const caseId = await openCase(page, `Kokkewiet ${Date.now() % 100_000}`, { client: somebody() });
  await page.goto(`/cases/${caseId}/evidence`);
  const first = await openSheet(page);
  await first.getByLabel("Choose files").setInputFiles(shots(100).slice(0, 1));
  await first.getByLabel("What it shows").first().fill("The first message");
  await first.getByLabel("How it was captured").selectOption({ index: 1 });
  await first.getByLabel("How it was obtained").selectOption({ index: 1 });
  await first.getByLabel("On which device").fill("The client’s phone");
  await first.getByRole("button", { name: "Upload 1 file" }).click();
  await expect(first).toContainText("Hash the same on both sides", { timeout: 60_000 });

  // Another day: the page remembers nothing, the case does.
  await page.goto(`/cases/${caseId}/evidence`);
  await expect(page.getByRole("form", { name: "Add exhibits" })).toBeHidden();
  let acts = 0;
  const act = async (done: Promise<unknown>) => {
    await done;
    acts += 1;
  };
  const form = await openSheet(page);
  acts += 1;
  await act(form.getByLabel("Choose files").setInputFiles(shots(200)));
  await act(form.locator("[name=description]").fill("Messages of one evening"));
  await act(form.getByRole("button", { name: "Upload 5 files" }).click());
  await act(form.getByRole("link", { name: "Fill in the details of these 5 exhibits" }).click({ timeout: 60_000 }));
  await page.waitForURL(/\/evidence\/edit\?n=2&n=3&n=4&n=5&n=6$/);
  const edit = page.getByRole("form", { name: "Details of the ticked exhibits" });
  await act(edit.getByLabel("Web address").fill("https://x.example/messages/1"));
  await act(edit.getByRole("combobox", { name: /^Account/ }).selectOption({ index: 1 }));
  await act(edit.getByLabel("Captured on").fill("2026-11-20T23:14"));
  await act(edit.getByRole("checkbox", { name: /^I-1/ }).check());
  await act(edit.getByRole("button", { name: "Save on all of them" }).click());
  expect(acts).toBe(10);

  await page.waitForURL(`**/cases/${caseId}/evidence`);
  for (const label of ["E-02", "E-03", "E-04", "E-05", "E-06"]) {
    const tile = page.getByRole("article", { name: `Exhibit ${label}` });
    for (const gap of ["No web address", "No time of capture", "Time zone?", "No incident"])
      await expect(tile, label).not.toContainText(gap);
  }
  await page
    .getByRole("article", { name: "Exhibit E-04" })
    .getByRole("link", { name: "Messages of one evening" })
    .click();
  await expect(page).toHaveURL(/exhibit=4/);
  const beside = page.getByRole("region", { name: "Exhibit E-04" });
  await expect(beside).toContainText("The client’s phone");
  await expect(beside).toContainText("I-1");
});

test("exhibits that are ticked are edited together, also without JavaScript", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/, { script: false });
  await page.goto("/search?q=Honeybush");
  await page.goto(`${page.url()}/evidence`);
  for (const at of [0, 1])
    await page
      .getByRole("checkbox", { name: /^Tick exhibit/ })
      .nth(at)
      .check();
  await page.getByRole("button", { name: "Edit the ticked exhibits" }).click();
  await expect(page.locator("main")).toContainText("Edit 2 exhibits");
  const edit = page.getByRole("form", { name: "Details of the ticked exhibits" });
  await edit.getByLabel("On which device").fill("The laptop of the office");
  await edit.getByRole("button", { name: "Save on all of them" }).click();
  await expect(page).toHaveURL(/\/evidence$/);
});

test("the way out is in sight on every page: on a low screen with a long menu, and by one tap on a phone", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Supervisor/);
  await page.goto("/search?q=Honeybush");
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 640 },
    { width: 390, height: 844 },
    { width: 320, height: 568 },
  ]) {
    await page.setViewportSize(size);
    for (const button of ["Hide", "Quick exit"]) {
      const seen = page.getByRole("button", { name: button, exact: true });
      await expect(seen, `${button} at ${size.width}`).toBeInViewport({ ratio: 1 });
    }
    await page.mouse.wheel(0, 2000);
    await expect(page.getByRole("button", { name: "Quick exit", exact: true })).toBeInViewport({ ratio: 1 });
  }
});

test("without JavaScript the acts of a case open in place", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/, { script: false });
  await page.goto("/search?q=Honeybush");
  await page.locator("details.plainmenu summary").click();
  await page.locator("details.plainmenu").getByRole("link", { name: "Raise a flag" }).click();
  await expect(page).toHaveURL(/\/flags#raise$/);
});

test("linking starts from the act: what I-1 shows is ticked on one page", async ({ browser }) => {
  const page = await windowAs(browser, /Caseworker/);
  await page.goto("/search?q=Honeybush");
  await page.goto(`${page.url()}/charges`);
  await page.locator("#acts").getByRole("link", { name: /^I-1/ }).click();
  const form = page.getByRole("form", { name: "What I-1 shows" });
  const box = form.getByRole("checkbox").first();
  const before = await box.isChecked();
  await box.setChecked(!before);
  await form.getByRole("button", { name: "Save what I-1 shows" }).click();
  await expect(form).toContainText("Saved what this incident shows.");
  await expect(form.getByRole("checkbox").first()).toBeChecked({ checked: !before });
  await form.getByRole("checkbox").first().setChecked(before);
  await form.getByRole("button", { name: "Save what I-1 shows" }).click();
  await expect(form.getByRole("checkbox").first()).toBeChecked({ checked: before });
});

test("a list of law is folded in groups and fits on a screen", async ({ browser }) => {
  const page = await windowAs(browser, /Caseworker/);
  await page.goto("/law/offences");
  await expect(page.locator("details.lawgroup").first()).not.toHaveAttribute("open");
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2000);
  await page.getByRole("searchbox", { name: "Search the law" }).fill("threat");
  await page.getByRole("searchbox", { name: "Search the law" }).press("Enter");
  await expect(page.locator("details.lawgroup[open]").first()).toBeVisible();
});
