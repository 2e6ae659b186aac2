import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { alive } from "./support/alive";
import { closeWindows, windowAs } from "./support/evidence";
import { readAloud, tickThatItIsMe } from "./support/papers";

test.afterEach(closeWindows);

test.describe.configure({ mode: "serial" });

const enter = (browser: Browser, script = true) => windowAs(browser, /^Caseworker/, { script });

let paper = "";
const firstPoint = (page: Page) => page.locator("textarea[name^='text.num-']").first();
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
async function write(box: Locator, text: string): Promise<void> {
  await alive(box);
  await box.fill(text);
  await expect(box).toHaveValue(text);
}
const saved = (page: Page) => page.getByText(/Saved \d\d:\d\d/);

test("a statement is drafted from the case, and its blanks are listed", async ({ browser }) => {
  const page = await enter(browser);
  await page.goto("/cases");
  await page.locator("main a[href^='/cases/']").filter({ hasText: "Honeybush" }).first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/documents/new?template=za-sworn-statement`);
  await expect(page.getByText("The log notes that they were opened")).toBeVisible();
  await tickThatItIsMe(page.getByRole("form", { name: "Draft a document" }));
  await page.getByRole("button", { name: "Draft this document" }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  paper = page.url();
  await expect(page.getByRole("heading", { name: /^Sworn statement of / })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Confidential sheet: not to be served" })).toBeVisible();
  await expect(page.getByText(/Not final yet: \d+ answers missing/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Make it final" })).toHaveCount(0);
  await expect(page).toHaveTitle(/^Document/);
});

for (const script of [true, false]) {
  test(`without the proof nothing is drafted, and what was chosen stands, ${script ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const page = await enter(browser, script);
    const [caseId] = paper.match(/[0-9a-f-]{36}/) ?? [];
    await page.goto(`/cases/${caseId}/documents/new?template=za-sworn-statement`);
    const form = page.getByRole("form", { name: "Draft a document" });
    const exhibits = form.locator("input[name^='exhibits.']");
    await form.getByText("Exhibits that go with it", { exact: false }).first().click();
    await exhibits.first().uncheck();
    await exhibits.nth(1).check();
    await form.getByRole("button", { name: "Draft this document" }).click();
    await expect(form.locator(".field--error")).toContainText("Confirm that it is you");
    await expect(form.getByLabel("Confirm it is you")).not.toBeChecked();
    await expect(exhibits.first()).not.toBeChecked();
    await expect(exhibits.nth(1)).toBeChecked();
  });
}

test("two people on one paper: nothing that either typed is lost", async ({ browser }) => {
  const page = await enter(browser);
  const two = await enter(browser);
  await Promise.all([page.goto(`${paper}?edit`), two.goto(`${paper}?edit`)]);
  await write(firstPoint(page), "The first wrote this.");
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await write(firstPoint(two), "The second wrote that.");
  await save(two).click();
  await expect(two.getByText("Somebody saved this document while you had it open.")).toBeVisible();
  await expect(two.locator(".wording").filter({ hasText: "The second wrote that." })).toBeVisible();
  await expect(two.locator(".wording").filter({ hasText: "The first wrote this." })).toBeVisible();
  await two.locator("textarea[id^='clash-num-']").first().fill("The first wrote this. The second wrote that.");
  await save(two).click();
  await expect(firstPoint(two)).toHaveValue("The first wrote this. The second wrote that.");
});

test("without script, Save does it all", async ({ browser }) => {
  const page = await enter(browser, false);
  await page.goto(`${paper}?edit`);
  await firstPoint(page).fill("Saved without script.");
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await expect(firstPoint(page)).toHaveValue("Saved without script.");
  await page
    .getByRole("button", { name: /^Add a paragraph below/ })
    .first()
    .click();
  await expect(page.locator("textarea[name^='text.own-']")).toHaveCount(1);
});

test("a save that cannot reach the server says so, and the words stay", async ({ browser }) => {
  const page = await enter(browser);
  await page.goto(`${paper}?edit`);
  await write(firstPoint(page), "Typed while the line was down.");
  await page.context().setOffline(true);
  await save(page).click();
  await expect(page.getByText("the server could not be reached")).toBeVisible();
  await expect(firstPoint(page)).toHaveValue("Typed while the line was down.");
  await page.context().setOffline(false);
  await save(page).click();
  await expect(saved(page)).toBeVisible();
});

test("answered in full it becomes final, and leaves as PDF and DOCX by number alone", async ({ browser }) => {
  const page = await enter(browser);
  await page.goto(`${paper}?edit`);
  await alive(firstPoint(page));
  for (const box of await page.locator("textarea[name^='text.'], input[name^='text.']").all()) {
    if ((await box.inputValue()) === "") await box.fill("Answered.");
  }
  await readAloud(page.locator("main"));
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await page.goto(paper);
  await page.getByRole("button", { name: "Make it final" }).click();
  await expect(page.getByText("Note that it was sworn or declared")).toBeVisible();
  for (const [name, ending] of [
    ["PDF", "pdf"],
    ["DOCX to edit", "docx"],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name, exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^[A-Z]+-\\d\\d-\\d{4}_D-\\d\\d_v\\d+\\.${ending}$`));
  }
});
