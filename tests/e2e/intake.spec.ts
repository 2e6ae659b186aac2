import { expect, type Page, test } from "@playwright/test";
import { alive } from "./support/alive";
import { unfold } from "./support/case";
import { closeWindows, somebody, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

const opened = /\/cases\/[0-9a-f-]{36}\?opened=now$/;

test("on a phone three answers open a case, which begins at its top and says what is missing for what", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/);
  await page.setViewportSize({ width: 390, height: 844 });
  const main = page.locator("main");
  await page.goto("/cases/new/details");
  await alive(main.getByRole("form", { name: "Open a case" }));
  await expect(main.getByLabel("Code name")).not.toHaveValue("");
  await main.getByRole("checkbox", { name: "Not agreed yet" }).check();
  await main.getByLabel("What happened, in one sentence").fill("Threats after she left the house");
  await main.getByRole("checkbox", { name: "In danger now" }).check();
  await main.getByRole("button", { name: "Open the case" }).click();
  await page.waitForURL(opened);

  const notice = main.getByRole("status").filter({ hasText: /^Case CD-\d\d-\d{4} is open for/ });
  await expect(notice).toBeInViewport();
  await expect(notice).toContainText("Phone first: ");
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(main.locator("#next-step")).toContainText("Call the emergency line now");
  const missing = main.locator("#missing");
  await expect(missing).toContainText("safe hours");
  await expect(missing).toContainText("consent, or another lawful ground");
  await expect(missing).toContainText("client's name");
  await expect(missing).toContainText("an exhibit is kept");
  await expect(page.locator(".safe")).toContainText("not reviewed yet");
  await missing.getByRole("link", { name: "client's name" }).click();
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}#details$/);
  await expect(main.locator("#details")).toContainText("Not known yet");
});

test("what was searched for goes on, ticks survive another row, consent is signed, a possible match is shown first", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/);
  const main = page.locator("main");
  const { name, phone } = somebody();
  const first = await searched(page, { name, phone });
  await main.getByRole("checkbox", { name: "Not agreed yet" }).check();
  await main.getByLabel("What happened, in one sentence").fill("Posts in her name");
  await expect(main.getByLabel("Name", { exact: true })).toHaveValue(name);
  await expect(main.getByLabel("Handle").first()).toHaveValue("@quiet.example");

  await test.step("ticks of every row, and those outside rows, stay", async () => {
    await unfold(main, "First incidents");
    await main.getByRole("checkbox", { name: "The client is under 18" }).check();
    await main.getByRole("checkbox", { name: "Not known yet" }).check();
    await main.getByRole("checkbox", { name: "The time is about right, not exact" }).check();
    await main.getByRole("button", { name: "Add another account" }).click();
    await expect(main.getByLabel("Handle")).toHaveCount(2);
    await main.getByRole("checkbox", { name: "Not known yet" }).nth(1).check();
    await main.getByRole("button", { name: "Add another incident" }).click();
    await expect(main.getByLabel("Day and time")).toHaveCount(2);
    await main.getByRole("checkbox", { name: "The time is about right, not exact" }).nth(1).check();
    await main.getByRole("button", { name: "Add another incident" }).click();
    await expect(main.getByLabel("Day and time")).toHaveCount(3);
    for (const box of ["Not known yet", "The time is about right, not exact"])
      for (const row of [0, 1]) await expect(main.getByRole("checkbox", { name: box }).nth(row)).toBeChecked();
    for (const box of ["The client is under 18", "Not agreed yet"])
      await expect(main.getByRole("checkbox", { name: box })).toBeChecked();
    await main.getByLabel("Words as sent").first().fill("I will find you.");
  });

  await test.step("the client signs with a finger", async () => {
    await unfold(main, "Consent, or another");
    await main.getByRole("radio", { name: "The client agreed" }).check();
    await main.getByRole("radio", { name: "Signed here, on this screen" }).check();
    const box = main.locator(".signature__box");
    await box.scrollIntoViewIfNeeded();
    const at = await box.boundingBox();
    if (!at) throw new Error("There is no box to sign in.");
    await page.mouse.move(at.x + 30, at.y + 40);
    await page.mouse.down();
    await page.mouse.move(at.x + 120, at.y + 90, { steps: 5 });
    await page.mouse.up();
    await expect(main.getByRole("img", { name: "Signed" })).toBeVisible();
    await main.getByLabel("Guardian’s name").fill("Fictional Guardian");
    await main.getByRole("checkbox", { name: "The guardian agrees" }).check();
  });

  await main.getByRole("button", { name: "Open the case" }).click();
  await page.waitForURL(opened);
  await expect(main.locator("#missing")).toContainText("when I-1 happened");
  await expect(main.locator("#missing")).not.toContainText("guardian");
  await page.getByRole("link", { name: "Consent", exact: true }).first().click();
  await expect(main.getByRole("img", { name: "Signature" })).toBeVisible();
  await expect(main).toContainText("Fictional Guardian, agrees");

  await test.step("the same phone again: nothing is saved before somebody says who it is", async () => {
    await page.goto("/cases/new/details");
    await alive(main.getByRole("form", { name: "Open a case" }));
    const second = await main.getByLabel("Code name").inputValue();
    await main.getByRole("checkbox", { name: "Not agreed yet" }).check();
    await main.getByLabel("What happened, in one sentence").fill("The same account wrote again");
    await unfold(main, "Name, identity number");
    await main.getByLabel("Phone", { exact: true }).fill(phone.replace("+27 ", "0"));
    await main.getByRole("button", { name: "Open the case" }).click();
    await expect(main).toContainText(`Possible match: ${first}`);
    await main.getByRole("button", { name: `It is the same person: open the case for ${first}` }).click();
    await page.waitForURL(opened);
    await expect(page.locator("h1").first()).toContainText(first);
    await expect(page.locator("h1").first()).not.toContainText(second);
  });
});

test("the search before a case is opened stands beside the page: by its link, by the search box, and away again", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/);
  const drawer = page.getByRole("dialog", { name: "Open a case" });
  await page.goto("/cases");
  const link = page.locator("main").getByRole("link", { name: "Open a case" });
  await expect(async () => {
    await link.click();
    await expect(drawer).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(drawer.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(link).toBeFocused();
  await expect(page).toHaveURL(/\/cases$/);

  await page.goto("/clients");
  const found = page.getByRole("option", { name: "Open a case", exact: true });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type("open a case");
  await found.click();
  await expect(drawer.getByLabel("Name")).toBeFocused();
  const { phone } = somebody();
  await drawer.getByLabel("Phone").fill(phone);
  await page.keyboard.press("Enter");
  await expect(drawer.getByRole("region", { name: "Nobody found" })).toBeFocused();
  await drawer.getByRole("button", { name: "Register a new client" }).click();
  await page.waitForURL(/\/cases\/new\/details$/);
  await expect(drawer).toBeHidden();
  await expect(page.locator("main").getByLabel("Phone", { exact: true })).toHaveValue(phone);
});

test("without script a case is saved to be finished later, and asks who a possible match is", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/, { script: false });
  const main = page.locator("main");
  const { phone } = somebody();
  const codeName = await searched(page, { phone });
  await expect(main.getByLabel("Phone", { exact: true })).toHaveValue(phone);
  await unfold(main, "Consent, or another");
  await main.getByRole("radio", { name: "The client agreed" }).check();
  await main.getByRole("radio", { name: "Signed here, on this screen" }).check();
  await expect(main.locator(".signature__box")).toBeHidden();
  await main.getByRole("checkbox", { name: "The client is under 18" }).check();
  await main.getByRole("button", { name: "Add another account" }).click();
  await expect(main.getByLabel("Handle")).toHaveCount(2);
  await expect(main.getByRole("checkbox", { name: "The client is under 18" })).toBeChecked();
  await expect(main.getByRole("radio", { name: "Signed here, on this screen" })).toBeChecked();
  await main.getByRole("button", { name: "Save and finish later" }).click();
  await expect(main).toContainText("Sign in the box, or type the name of the person who agrees.");
  await main.getByLabel("Name of the person who agrees").fill("Fictional Person");
  await main.getByRole("button", { name: "Save and finish later" }).click();
  await page.waitForURL(opened);
  await expect(page.locator("h1").first()).toContainText(codeName);
  await expect(main.locator("#missing")).toContainText("what happened, in a sentence");

  await searched(page, { phone });
  await main.getByRole("button", { name: "Save and finish later" }).click();
  await expect(main).toContainText(`Possible match: ${codeName}`);
  await main.getByLabel("If not: how you know").fill("Two sisters share the phone");
  await main.getByRole("button", { name: "Another person: save" }).click();
  await page.waitForURL(opened);
  await expect(page.locator("h1").first()).not.toContainText(codeName);
});

/** Searches for somebody and goes on to the form, with a handle as well. @returns the code name that it offers */
async function searched(page: Page, typed: { name?: string; phone: string }): Promise<string> {
  const main = page.locator("main");
  await page.goto("/cases/new");
  if (typed.name) await main.getByLabel("Name").fill(typed.name);
  await main.getByLabel("Phone").fill(typed.phone);
  await main.getByLabel(/^Handle of the account/).fill("@quiet.example");
  await main.getByRole("button", { name: "Search clients" }).click();
  await main.getByRole("button", { name: /register a new client/i }).click();
  await page.waitForURL(/\/cases\/new\/details$/);
  return main.getByLabel("Code name").inputValue();
}
