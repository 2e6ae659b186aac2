import { expect, type Page, test } from "@playwright/test";
import { hide, windowAs } from "./support/evidence";

/** Hidden by hand, and shown again by whoever the session belongs to: in the demonstration by a tick. */
async function hideAndShow(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  await hide(page);
  await page.getByLabel("Confirm it is you").check();
  await page.getByRole("button", { name: "Show the page again" }).click();
  await expect(page).toHaveURL((url) => url.pathname === pathname);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("crossdocket.typed"))).toBeNull();
}

test("hidden by hand and shown again, the page is the same and what was typed is there; all tabs are hidden", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  await page.goto("/search");
  const box = page.locator("main").getByLabel("Number, name or message");
  await box.fill("what I was typing");
  const other = await page.context().newPage();
  await other.goto("/cases");
  await hide(other);
  await expect(page).toHaveURL(/\/cover$/);
  await expect(other).toHaveURL(/\/cover$/);
  await expect(page.getByText(/In \d+ minutes you are signed out/)).toBeVisible();
  await page.getByLabel("Confirm it is you").check();
  await page.getByRole("button", { name: "Show the page again" }).click();
  await expect(page).toHaveURL(/\/search$/);
  await expect(box).toHaveValue("what I was typing");
  await expect(page.getByText("What you typed is back")).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/cases$/);
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
    await hideAndShow(page);
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

test("every page inside the demonstration says that it is one, the form for a new client and the portal too", async ({
  browser,
}) => {
  const bar = /Everybody here is made up/;
  const worker = await windowAs(browser, /Caseworker/);
  for (const path of ["/", "/cases/new", "/clients", "/account/security"]) {
    await worker.goto(path);
    await expect(worker.getByRole("note").filter({ hasText: bar })).toBeVisible();
  }
  for (const role of [/Administrator/, /Police liaison/]) {
    const page = await windowAs(browser, role);
    await expect(page.getByRole("note").filter({ hasText: bar })).toBeVisible();
  }
});
