import { expect, type Page, test } from "@playwright/test";
import { windowAs } from "./support/evidence";

const minutes = (count: number) => count * 60_000;
const cover = (page: Page) => page.locator("dialog.cover");

/** Gone through by the page's own clock; the server's goes on as ever. */
async function waited(page: Page, time: number): Promise<void> {
  await page.clock.runFor(time);
}

test("a page that nobody uses is covered, warns, and locks; what was typed is there when the same person is back", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  await page.clock.install();
  await page.goto("/search");
  const box = page.locator("main").getByLabel("Number, name or message");
  await box.fill("what I was typing");

  await test.step("hidden by hand, and shown again", async () => {
    await page.getByRole("button", { name: "Hide", exact: true }).click();
    await expect(cover(page)).toContainText("The screen is hidden");
    await page.keyboard.press("Escape");
    await expect(cover(page)).toBeVisible();
    await page.getByRole("button", { name: "Show the page again" }).click();
    await expect(cover(page)).toHaveCount(0);
  });
  await test.step("covered after ten minutes, asked after twenty-five", async () => {
    await waited(page, minutes(11));
    await expect(cover(page)).toContainText("The screen is hidden");
    await waited(page, minutes(15));
    await expect(cover(page)).toContainText(/You will be signed out in [45] minutes\./);
    await page.getByRole("button", { name: "Stay signed in" }).click();
    await expect(cover(page)).toHaveCount(0);
  });
  await test.step("locked after thirty, on the server too", async () => {
    await waited(page, minutes(31));
    await expect(cover(page)).toContainText("You were signed out");
    const other = await page.context().newPage();
    await other.goto("/cases");
    await expect(other).toHaveURL(/\/sign-in$/);
    await page.getByRole("button", { name: /go on/ }).click();
    await expect(cover(page)).toContainText("Nobody is signed in yet");
    await other.getByRole("button", { name: /Caseworker/ }).click();
    await expect(other).not.toHaveURL(/sign-in/);
    await page.getByRole("button", { name: /go on/ }).click();
    await expect(cover(page)).toHaveCount(0);
    await expect(box).toHaveValue("what I was typing");
  });
});

test("leaving at once ends the session and leads to a page that says nothing", async ({ browser }) => {
  const page = await windowAs(browser, /Supervisor/);
  await page.goto("/cases");
  await expect(async () => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
    await expect(page).toHaveURL(/\/away$/, { timeout: 1_000 });
  }).toPass();
  expect(await page.title()).toBe("Blank page");
  await expect(page.locator("body")).toHaveText(/^\s*(Skip to the page)?\s*$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("pages break no rule of their own policy, and scripts come from nowhere else", async ({ browser }) => {
  const page = await windowAs(browser, /Caseworker/);
  const broken: string[] = [];
  await page.exposeFunction("noteBroken", (rule: string) => broken.push(`${new URL(page.url()).pathname}: ${rule}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      (globalThis as unknown as { noteBroken(rule: string): void }).noteBroken(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  for (const path of [
    "/",
    "/cases",
    "/cases/new",
    "/clients",
    "/references",
    "/deadlines",
    "/packets",
    "/law",
    "/account",
    "/search",
  ]) {
    await page.goto(path);
    await page.getByRole("button", { name: "Hide", exact: true }).click();
    await page.getByRole("button", { name: "Show the page again" }).click();
  }
  expect(broken).toEqual([]);
  const refused = await page.evaluate(() => {
    try {
      document.createElement("script").src = "https://elsewhere.example/x.js";
      return "taken";
    } catch {
      return "refused";
    }
  });
  expect(refused).toBe("refused");
});
