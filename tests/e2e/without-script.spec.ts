import { expect, type Locator, type Page, test } from "@playwright/test";
import { csvOf, listHeaders, listRowsFrom } from "../support/list-rows";
import { closeWindows, windowAs } from "./support/evidence";

/** One more than a page of the list holds, whatever else the demonstration has by now. */
const brought = 26;
const firstRow = 5_001;
const still = { script: false };

test.afterEach(closeWindows);

test("without script a list comes in, and the cases list, page, filter, sort, go to a colleague and are found", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await windowAs(browser, /^Supervisor/, still);
  const main = page.locator("main");
  const rows = main.locator("table tbody tr");

  await test.step("import: the file, its columns, its rows", () => bringIn(page));

  await test.step("the list has a second page and a way back", async () => {
    // By the day of opening: deadlines still come to the new cases, and move them in the order of those.
    await page.goto("/cases?sort=opened.desc");
    await expect(rows).toHaveCount(25);
    const codes = await codesOf(rows);
    await main.getByRole("link", { name: "Next", exact: true }).click();
    await expect(page).toHaveURL(/after=/);
    await expect(main.locator(".pager").last()).toContainText(/^26 to /);
    for (const code of await codesOf(rows)) expect(codes).not.toContain(code);
    await main.getByRole("link", { name: "Previous", exact: true }).click();
    await expect(main.locator(".pager").last()).toContainText(/^1 to 25 of /);
    expect(await codesOf(rows)).toEqual(codes);
  });

  await test.step("with script the page turns by its rows alone; Back, Forward and a new load show the same", async () => {
    const other = await windowAs(browser, /^Supervisor/);
    const shown = other.locator("main table tbody tr");
    const pager = other.locator("main .pager").last();
    await other.goto("/cases?sort=opened.desc");
    await expect(shown).toHaveCount(25);
    const first = await codesOf(shown);
    const asked: string[] = [];
    other.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await other.locator("main").getByRole("link", { name: "Next", exact: true }).click();
    await expect(pager).toContainText(/^26 to /);
    const second = await codesOf(shown);
    for (const code of second) expect(first).not.toContain(code);
    expect(asked.filter((path) => path.includes("cases"))).toEqual(["/api/cases/list/rows"]);
    // Nothing of it is ticked, whatever was on the page before.
    await other.getByLabel("All on this page").check();
    await expect(other.getByRole("form", { name: "Ticked cases" })).toContainText(`${second.length} rows ticked`);
    await other.goBack();
    await expect(pager).toContainText(/^1 to 25 of /);
    expect(await codesOf(shown)).toEqual(first);
    await expect(other.getByLabel("All on this page")).not.toBeChecked();
    await other.goForward();
    await expect(pager).toContainText(/^26 to /);
    await other.reload();
    await expect(pager).toContainText(/^26 to /);
    expect(await codesOf(shown)).toEqual(second);
    // Whoever comes back from a case is where they left.
    await shown.first().getByRole("link").first().click();
    await expect(other).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
    await other.goBack();
    await expect(pager).toContainText(/^26 to /);
    expect(await codesOf(shown)).toEqual(second);
  });

  await test.step("it filters, sorts and keeps a view", async () => {
    const side = main.getByRole("complementary", { name: "Filters" });
    await side.getByRole("checkbox", { name: /^High/ }).check();
    await side.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/risk=high/);
    for (const row of await rows.all()) await expect(row).toContainText("High");
    await main.getByRole("link", { name: "Last activity", exact: true }).click();
    await expect(page).toHaveURL(/risk=high.*sort=activity\.desc/);
    await main.getByText("Save this view", { exact: true }).click();
    const form = main.getByRole("form", { name: "Save this view" });
    await form.getByRole("button", { name: "Save view" }).click();
    await expect(form.locator(".field--error")).toBeVisible();
    await form.getByLabel("Name").fill("High, latest first");
    await form.getByRole("button", { name: "Save view" }).click();
    await expect(main.getByRole("navigation", { name: "Views" })).toContainText("High, latest first");
  });

  await test.step("ticked cases of the list go to a colleague", async () => {
    await page.goto(`/cases?q=Listbird+${firstRow}`);
    await expect(rows).toHaveCount(1);
    await rows.getByRole("checkbox").check();
    await main.getByRole("button", { name: "Assign ticked cases" }).click();
    const form = main.getByRole("form", { name: "Assign cases" });
    await form.getByLabel("Why").fill("She knows the station.");
    await form.getByRole("button", { name: "Assign the ticked cases" }).click();
    await expect(form.locator(".field--error")).toHaveCount(1);
    await expect(form.getByLabel("Why")).toHaveValue("She knows the station.");
    await choose(form.getByRole("combobox", { name: "New owner" }), /^Anele Fortuin/);
    await form.getByRole("button", { name: "Assign the ticked cases" }).click();
    await expect(main).toContainText("1 case: 1 given.");
  });

  await test.step("the team's numbers open the lists that they count", async () => {
    await page.goto("/team");
    const row = main.getByRole("row", { name: /Anele Fortuin/ });
    const open = row.getByRole("link", { name: /^\d+/ }).first();
    const count = Number(((await open.textContent()) ?? "").match(/\d+/)?.[0]);
    await open.click();
    await expect(page).toHaveURL(/\/cases\?.*owner=/);
    await expect(rows).toHaveCount(count);
    await expect(main).toContainText(`Listbird ${firstRow}`);
  });

  await test.step("the one box lists what is like it, and leads to what it alone has", async () => {
    await page.goto("/");
    await page.getByRole("searchbox", { name: "Search or jump to" }).fill("listbird");
    await page.getByRole("searchbox", { name: "Search or jump to" }).press("Enter");
    await expect(page).toHaveURL(/\/search$/);
    await expect(main.locator("#hits").getByRole("link").nth(1)).toContainText("Listbird");
    await find(page, "honeybush");
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    await expect(page.locator("h1").first()).toContainText("Honeybush");
  });
});

test("without script My work lists what waits, and what it leads to is answered there", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/, still);
  const main = page.locator("main");
  await main
    .locator("#today")
    .getByRole("link", { name: /when the Secretariat does not answer/ })
    .click();
  const form = main.getByRole("form", { name: "Answer the note" }).first();
  await form.getByRole("button", { name: "Save the answer" }).click();
  await expect(form.locator(".field--error")).toBeVisible();
  await form.getByLabel("Answer").fill("The Provincial Commissioner comes next.");
  await form.getByRole("button", { name: "Save the answer" }).click();
  await expect(main).toContainText("The Provincial Commissioner comes next.");
  await page.goto("/");
  await main.locator(".tally").filter({ hasText: "Overdue" }).click();
  await expect(page).toHaveURL(/\/#overdue$/);
});

test("without script an officer finds a packet in the portal, asks about it and says where it stands", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Police liaison/, still);
  await page.setViewportSize({ width: 390, height: 844 });
  const main = page.locator("main");
  await main
    .getByRole("link", { name: /INTERPOL briefing/ })
    .first()
    .click();
  await page.waitForURL(/\/portal\/[0-9a-f-]{36}/);
  await expect(main.locator("#file").getByRole("link", { name: /^Read the briefing/ })).toBeVisible();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  await main.getByText("Ask a question", { exact: true }).click();
  const ask = main.getByRole("form", { name: "Ask about the packet" });
  await ask.getByLabel("Your question").fill("Which bureau was told?");
  await ask.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(ask.locator(".field--error")).toContainText("Choose the reason.");
  await expect(ask.getByLabel("Your question")).toHaveValue("Which bureau was told?");
  await ask.getByRole("radio", { name: "Insufficient facts" }).check();
  await ask.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(main.locator("#ask .question").first()).toContainText("Which bureau was told?");
  await main.getByText("Say where it stands", { exact: true }).click();
  const outcome = main.getByRole("form", { name: "Update the status" });
  await outcome.getByRole("radio", { name: "Assigned" }).check();
  await outcome.getByRole("button", { name: "Save the status" }).click();
  await expect(main.locator("#outcome .timeline")).toContainText("Assigned");
});

/** Looks again by loading again, as a person without script does. */
async function bringIn(page: Page): Promise<void> {
  const main = page.locator("main");
  const list = csvOf([listHeaders, ...listRowsFrom(firstRow, brought)]);
  await page.goto("/cases/import");
  await main
    .getByLabel("File")
    .setInputFiles({ name: "paper list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await main.getByRole("button", { name: "Read the file" }).click();
  await page.waitForURL(/\/cases\/import\/[0-9a-f-]{36}$/);
  await comesTo(page, main.getByRole("button", { name: "Check the rows" }));
  await main.getByRole("button", { name: "Check the rows" }).click();
  const run = main.getByRole("button", { name: `Import ${brought} ready rows` });
  await comesTo(page, run);
  await run.click();
  await comesTo(page, main.getByRole("heading", { name: "Done", exact: true }));
}

async function comesTo(page: Page, what: Locator): Promise<void> {
  await expect(async () => {
    if (await what.isHidden()) await page.reload();
    await expect(what).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });
}

const codesOf = async (rows: Locator) =>
  (await rows.allTextContents()).map((text) => text.match(/CD-\d\d-\d{4}/)?.[0] ?? text);

async function find(page: Page, words: string): Promise<void> {
  await page.getByLabel("Number, name or message").fill(words);
  await page.getByRole("button", { name: "Find" }).click();
}

/** The option whose words begin so: the rest says how much the person carries. */
async function choose(box: Locator, words: RegExp): Promise<void> {
  await expect(box).toBeVisible();
  const options = await box.locator("option").allTextContents();
  await box.selectOption({ label: options.find((option) => words.test(option)) ?? "" });
}
