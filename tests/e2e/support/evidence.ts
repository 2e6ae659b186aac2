import { randomInt } from "node:crypto";
import { type Browser, expect, type Locator, type Page, type TestInfo } from "@playwright/test";
import { originOf } from "../../support/e2e";
import { alive } from "./alive";

/** The demonstration's person with this role, in a window of their own, where asked in one that runs no script. */
export async function windowAs(browser: Browser, role: RegExp, { script = true } = {}): Promise<Page> {
  const baseURL = originOf("demo");
  const context = await browser.newContext({ baseURL, locale: "en-ZA", javaScriptEnabled: script });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: role }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

/** After a test that held: a window left open goes on asking the server, and the tests behind it wait for that. */
export async function closeWindows({ browser }: { browser: Browser }, info: TestInfo): Promise<void> {
  if (info.status !== info.expectedStatus) return;
  for (const context of browser.contexts()) await context.close();
}

/** Somebody new each time: the search before a case is opened finds who is known. */
export function somebody() {
  const some = randomInt(100_000, 999_999);
  return { name: `Fictional Person ${some}`, phone: `+27 82 0${some}`, address: `${some} Versteekte Straat` };
}

/** The sheet in which files are added, open and taking files: it does once the page has come alive. */
export async function openSheet(page: Page): Promise<Locator> {
  const form = page.getByRole("form", { name: "Add exhibits" });
  await expect(async () => {
    if (!(await form.isVisible())) await page.getByRole("button", { name: "Add exhibits" }).click();
    await expect(form.getByLabel("Choose files")).toBeEnabled({ timeout: 1000 });
  }).toPass();
  return form;
}

/** Covers the page by hand. It listens for that once it has come alive. */
export async function hide(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Hide", exact: true });
  await alive(button);
  await button.click();
  await expect(page).toHaveURL(/\/cover$/);
}

/** One box over the middle of the page, drawn and moved by keyboard alone, and the copy kept. */
export async function maskByKeyboard(page: Page): Promise<void> {
  const show = page.getByRole("button", { name: "Show the page" });
  await alive(show);
  await show.click();
  await page.getByRole("button", { name: "Add a box" }).press("Enter");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByLabel("Why it is masked").fill("A street sign that the client passes.");
  await page.getByRole("button", { name: "Save the masked copy" }).click();
  await expect(page.locator("main")).toContainText("Masked copy saved");
}
