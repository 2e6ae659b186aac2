import { expect, type Page, test } from "@playwright/test";
import { alive } from "./support/alive";
import { unfold } from "./support/case";
import { closeWindows, windowAs } from "./support/evidence";
import { holdChunks } from "./support/hold-chunks";

test.afterEach(closeWindows);

test("a supervisor filters, sorts, saves a view, opens a case and comes back to the same list", async ({ browser }) => {
  const page = await windowAs(browser, /Supervisor/);
  await page.goto("/cases");
  const main = page.locator("main");
  const name = `Urgent ${Date.now() % 100_000}`;
  const side = main.getByRole("complementary", { name: "Filters" });
  const counted = await side
    .getByRole("checkbox", { name: /^High/ })
    .locator("xpath=..")
    .locator(".count")
    .textContent();
  await side.getByRole("checkbox", { name: /^High/ }).check();
  await side.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/risk=high/);
  const rows = main.locator("table tbody tr");
  await expect(rows).toHaveCount(Number(counted));
  await main.getByRole("columnheader", { name: "Case" }).waitFor();
  await main.getByRole("link", { name: "Last activity" }).click();
  await expect(page).toHaveURL(/sort=activity\.desc/);
  const asked = page.url();

  await main.getByText("Save this view", { exact: true }).click();
  const form = main.getByRole("form", { name: "Save this view" });
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: "Save view" }).click();
  await expect(form).toContainText("View saved");
  const tab = main.getByRole("navigation", { name: "Views" }).getByRole("link", { name });
  await expect(tab).toHaveAttribute("aria-current", "page");

  await rows.first().getByRole("link").click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(page).toHaveURL(asked);
  await expect(rows).toHaveCount(Number(counted));

  await main.getByRole("link", { name: "Clear all" }).click();
  await expect(page).not.toHaveURL(/risk=high/);
  await tab.click();
  await expect(page).toHaveURL(asked);
  await rows.first().getByRole("checkbox").check();
  await expect(main.getByRole("button", { name: "Assign ticked cases" })).toBeVisible();
  await main.getByText("Manage views", { exact: true }).click();
  await main.getByRole("button", { name: `Remove “${name}”` }).click();
  await expect(tab).toHaveCount(0);
  const undo = main.getByRole("form", { name: `Bring back ${name}` });
  await undo.getByRole("button", { name: "Undo" }).click();
  await expect(tab).toHaveCount(1);
});

test("the palette by keyboard alone: a page, a case, an act on the case, an act on none, a name", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  await page.goto("/");
  const box = page.getByRole("combobox", { name: /^Name, number, case/ });
  /** What is typed goes into the box once it is there, and it listens for its keys once the page has come alive. */
  const open = () =>
    expect(async () => {
      if ((await box.count()) === 0) await page.keyboard.press("Control+k");
      await expect(box).toBeFocused({ timeout: 1000 });
    }).toPass();
  await open();
  await page.keyboard.type("refer");
  await expect(page.getByRole("option", { name: "References" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/references$/);

  await open();
  await page.keyboard.type("honeyb");
  await expect(page.getByRole("option", { name: /^Honeybush/ }).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);

  await open();
  await page.keyboard.type("log inc");
  await page.getByRole("option", { name: /Log an incident/ }).waitFor();
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await open();
  await page.keyboard.type("log inc");
  await page.getByRole("option", { name: /Log an incident/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/incidents#log$/);

  await open();
  await page.keyboard.type("time off");
  await expect(page.getByRole("option", { name: "Time off and cover" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/leave$/);

  // A name goes to the search in a POST: it stands in no address.
  await open();
  await page.keyboard.type("nomtandazo nobody");
  await expect(page.getByRole("option", { name: /^Look for/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search$/);
  await expect(page.getByLabel("Number, name or message")).toHaveValue("nomtandazo nobody");
});

test("the palette takes letters and Enter before its list has come, and asks the search where it does not come", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  const palette = page.getByRole("dialog", { name: "Search or jump to" });
  const box = palette.getByRole("combobox", { name: /^Name, number, case/ });
  await page.goto("/");
  await alive(page.locator("main a").first());
  const slow = await holdChunks(page);
  await page.keyboard.press("/");
  await page.keyboard.type("refer");
  await page.keyboard.press("Enter");
  await expect(palette).toContainText("Loading");
  await expect(box).toHaveValue("refer");
  await slow.letThrough();
  await page.waitForURL(/\/references$/);

  await page.goto("/");
  await alive(page.locator("main a").first());
  const lost = await holdChunks(page);
  lost.end();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("nomtandazo nobody");
  await expect(palette).toContainText("The list did not load");
  await lost.letThrough();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search$/);
  await expect(page.getByLabel("Number, name or message")).toHaveValue("nomtandazo nobody");
});

test("two people change one record: both wordings are shown, and one chooses", async ({ browser }) => {
  const one = await windowAs(browser, /Caseworker/);
  const other = await windowAs(browser, /Supervisor/);
  await one.goto("/search?q=Honeybush");
  const path = `${new URL(one.url()).pathname}/incidents`;
  const edit = async (page: Page) => {
    await page.goto(path);
    const entry = page.locator("li.event").first();
    await entry.getByText(/^Change /).click();
    const form = entry.getByRole("form");
    await alive(form);
    return form;
  };
  const first = await edit(one);
  const second = await edit(other);
  const words = [`Told by one, ${Date.now()}`, `Told by the other, ${Date.now()}`] as const;
  await first.getByLabel("What happened").fill(words[0]);
  await first.getByRole("button", { name: /^Save / }).click();
  await expect(first).toContainText("Incident changed.");
  await second.getByLabel("What happened").fill(words[1]);
  await second.getByRole("button", { name: /^Save / }).click();
  const both = second.getByRole("region", { name: "Two versions of this record" });
  await expect(both).toContainText(words[0]);
  await expect(both).toContainText(words[1]);
  await expect(both).toContainText("Thandi Mokoena saved it");
  await expect(second.getByLabel("What happened", { exact: true })).toHaveValue(words[1]);
  await second.getByLabel("What happened", { exact: true }).fill(`${words[0]} ${words[1]}`);
  await second.getByRole("button", { name: /^Save / }).click();
  await expect(second).toContainText("Incident changed.");
  await one.goto(path);
  await expect(one.locator("li.event").first()).toContainText(`${words[0]} ${words[1]}`);
});

test("the accounts that an incident may name say their handles as they are typed", async ({ browser }) => {
  const page = await windowAs(browser, /Caseworker/);
  await page.goto("/cases/new/details");
  const main = page.locator("main");
  await unfold(main, "Subject and accounts");
  await unfold(main, "First incidents");
  await main.getByLabel("Handle").fill("@dark.finch_0");
  const accounts = main.getByLabel("From which account").getByRole("option");
  await expect(accounts.nth(1)).toHaveText("Account 1, @dark.finch_0");
});
