import { expect, type Page, test } from "@playwright/test";
import { originOf } from "../support/e2e";
import { confirmByPasskey, enrol } from "./support/factors";
import { plantOrganisation } from "./support/organisation";
import { signIn } from "./support/people";

const withService = { name: "Sign in with Kestrel account" };

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in\?ended=1(&out=1)?$/);
}

test("a person connects the sign-in service of the organisation, signs in by it and a passkey, and disconnects", async ({
  page,
}) => {
  await signIn(page, await plantOrganisation("Single Sign-on Trust"));
  await enrol(page);

  await test.step("connecting wants a passkey, and a sign-in there", async () => {
    await page.goto("/account/security");
    await expect(page.locator("#sso")).toContainText("Not connected");
    const fresh = page.getByRole("button", { name: "Connect Kestrel account" });
    await expect(fresh).toHaveCount(0);
    await confirmByPasskey(page.getByRole("form", { name: "Confirm that it is you" }));
    await fresh.click();
    await page.getByRole("button", { name: "Go on as kestrel-7" }).click();
    await expect(page).toHaveURL(/\/account\/security\?sso=connected$/);
    await expect(page.getByText("Connected with Kestrel account")).toBeVisible();
  });

  await test.step("then a press signs in, and the second factor of ours is asked", async () => {
    await signOut(page);
    await page.getByRole("button", withService).click();
    await expect(page).toHaveURL(/\/sign-in\/code$/);
    await expect(page.getByText("Your organisation has signed you in")).toBeVisible();
    await page.goto("/admin/members");
    await expect(page).toHaveURL(/\/sign-in\/code$/);
    await page.getByRole("button", { name: "Use your passkey" }).click();
    await expect(page).toHaveURL(/\/admin/);
  });

  await test.step("disconnected, it opens nothing, and a page says what else there is", async () => {
    await page.goto("/account/security");
    const confirm = page.getByRole("form", { name: "Confirm that it is you" });
    if (await confirm.isVisible()) await confirmByPasskey(confirm);
    await page.locator("#sso summary").click();
    await page.getByRole("button", { name: "Disconnect Kestrel account" }).click();
    await expect(page.locator("#sso")).toContainText("Not connected");
    await signOut(page);
    await page.getByRole("button", withService).click();
    await expect(page.getByRole("heading", { level: 1, name: "You are not signed in" })).toBeVisible();
    expect(new URL(page.url()).search).toBe("");
    await page.getByRole("link", { name: "Back to sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

test("without script the button leads to the service too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: originOf("demo") });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", withService).click();
  await page.getByRole("button", { name: "Go on as kestrel-7" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are not signed in" })).toBeVisible();
  await context.close();
});
