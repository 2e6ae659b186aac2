import { createHash, randomBytes } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { originOf, ownerOf } from "../support/e2e";
import { enrol } from "./support/factors";

const password = "four small birds on a wire";
const setupPath = (token: string) => `${originOf("plain")}/setup?token=${token}`;

test.describe("the demonstration", () => {
  for (const [door, heading] of [
    ["Caseworker", "My work"],
    ["Supervisor", "My work"],
    ["Administrator", "People"],
  ] as const) {
    test(`one click signs in as ${door.toLowerCase()}, and out again`, async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByRole("button", { name: door }).click();
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await page.getByRole("complementary").getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
      await expect(page).toHaveURL(/\/sign-in\?ended=1(&out=1)?$/);
      await page.goto("/cases");
      await expect(page).toHaveURL(/\/sign-in$/);
    });
  }

  test("a wrong password is answered without saying whether the person exists", async ({ page }) => {
    const announced: (string | null)[] = [];
    for (const email of ["thandi@kestrel.example", "nobody@kestrel.example"]) {
      await page.goto("/sign-in");
      await page.getByLabel("Work e-mail").fill(email);
      await page.getByLabel("Password").fill("not the password");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      const alert = page.getByRole("alert").filter({ hasText: "not right" });
      await expect(alert).toBeVisible();
      await expect(page.getByLabel("Work e-mail")).toHaveValue(email);
      announced.push(await alert.textContent());
    }
    expect(announced[0]).toBe(announced[1]);
  });

  test("works without script", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${originOf("demo")}/sign-in`);
    await page.getByRole("button", { name: "Caseworker" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My work" })).toBeVisible();
    await context.close();
  });
});

test("an administrator's link lets one person join, once, when a supervisor released it", async ({ page, browser }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Administrator" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  const link = await invite(page);
  const context = await browser.newContext();
  const guest = await context.newPage();
  await releaseAccess(browser, "Lerato Example");
  await guest.goto(link);
  await expect(guest.getByText("Kestrel Advocacy Trust invites you as caseworker")).toBeVisible();
  expect(guest.url()).not.toContain("#");
  await guest.getByLabel("Choose a password").fill("short");
  await guest.getByRole("button", { name: "Join and sign in" }).click();
  await expect(guest.getByRole("alert").filter({ hasText: "15 characters" })).toBeVisible();
  await guest.getByLabel("Choose a password").fill(password);
  await guest.getByRole("button", { name: "Join and sign in" }).click();
  await enrol(guest);
  await expect(guest.getByRole("heading", { level: 1, name: "My work" })).toBeVisible();
  await context.close();
  const second = await (await browser.newContext()).newPage();
  await second.goto(link);
  await expect(second.getByText("This invitation is closed")).toBeVisible();
  await second.context().close();
});

test("a new installation opens its setup page to the printed token alone, and has no demonstration doors", async ({
  page,
}) => {
  await page.goto(setupPath("not-a-token"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody has set up Crossdocket here yet");
  await expect(page.getByLabel("Name of the organisation")).toHaveCount(0);
  const token = await plantSetupToken();
  await page.goto(setupPath(token));
  await page.getByLabel("Name of the organisation").fill("Plover Test Trust");
  await page.getByLabel("Your name").fill("Admin Example");
  await page.getByLabel("Your work e-mail").fill("admin@plover.example");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "15 characters" })).toBeVisible();
  await expect(page.getByLabel("Name of the organisation")).toHaveValue("Plover Test Trust");
  page.once("dialog", (dialog) => dialog.accept());
  await page.goto(`${originOf("plain")}/sign-in`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody has set up Crossdocket here yet");
  await expect(page.getByText("Try it as")).toHaveCount(0);
});

async function invite(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Invite a person" }).click();
  const form = page.locator("main").getByRole("form", { name: "Invite a person" });
  await form.getByLabel("Name", { exact: true }).fill("Lerato Example");
  await form.getByLabel("Work e-mail").fill(`lerato-${randomBytes(3).toString("hex")}@kestrel.example`);
  await form.getByRole("radio", { name: "Caseworker" }).check();
  await form.getByLabel("Confirm it is you").check();
  await form.getByRole("button", { name: "Make an invitation link" }).click();
  const shown = form.locator(".ref").first();
  await expect(shown).toContainText("/invitation#");
  return (await shown.textContent()) ?? "";
}

/** Nobody gets access to cases by an administrator alone. */
async function releaseAccess(browser: Browser, name: string): Promise<void> {
  const context = await browser.newContext();
  const supervisor = await context.newPage();
  await supervisor.goto("/sign-in");
  await supervisor.getByRole("button", { name: "Supervisor" }).click();
  await expect(supervisor).not.toHaveURL(/sign-in/);
  await supervisor.goto("/approvals");
  const form = supervisor.getByRole("form", { name: `Decide about the access of ${name}` });
  await form.getByRole("radio", { name: "Release it" }).check();
  await form.getByLabel("Confirm it is you").check();
  await form.getByRole("button", { name: "Decide" }).click();
  await expect(form).toHaveCount(0);
  await context.close();
}

/** What the launcher prints in the terminal, made the same way. */
async function plantSetupToken(): Promise<string> {
  const sql = await ownerOf("plain");
  const token = randomBytes(32);
  const hash = createHash("sha256").update(token).digest();
  await sql`insert into auth.setup_tokens (hash, expires_at) values (${hash}, now() + interval '1 hour')`;
  await sql.end();
  return token.toString("base64url");
}
