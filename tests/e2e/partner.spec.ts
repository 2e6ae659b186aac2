import { expect, type Page, test } from "@playwright/test";
import { type OpenWindow, plantTeam } from "./support/own-team";

const partner = "Partner at the river (invented)";
let windowAs: OpenWindow;

test.beforeAll(async () => {
  windowAs = await plantTeam("Partner Example");
});

async function noSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
}

test("an administrator says what a partner's Primero may get, and a caseworker reads it and sends one case", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await windowAs(browser, "caseworker");
  const main = page.locator("main");

  await test.step("a client is referred to the partner, and agrees to what is passed on", async () => {
    await page.goto("/services");
    await main.getByLabel("Kind of service").selectOption({ label: "Partner organisation" });
    await main.getByLabel("Name of the service").fill(partner);
    await main.getByRole("button", { name: "Add the service" }).click();
    await expect(main).toContainText(partner);
    await page.goto("/cases/new/details");
    await main.getByLabel("What happened, in one sentence").fill("Threats from an account abroad");
    await main.getByLabel("How can we contact the client safely?").fill("WhatsApp text only");
    await main.getByRole("button", { name: "Open the case", exact: true }).click();
    await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}\?opened/);
    await page.goto(`${new URL(page.url()).pathname}/referrals`);
    const form = main.getByRole("form", { name: "Refer the client" });
    await form.getByLabel("To which service").selectOption({ label: partner });
    await form.getByLabel("What they are asked to help with").fill("A bed for some nights.");
    await form.getByLabel("What they are told about the client").fill("A first name and a safe number.");
    await form.getByRole("radio", { name: "The client agreed, in words" }).check();
    await form.getByRole("button", { name: "Record the referral" }).click();
    await expect(main).toContainText(`1. ${partner}`);
    await expect(main).not.toContainText("Send this case to the system");
  });

  await test.step("the administrator maps it; what is encrypted asks for a tick of its own", async () => {
    const admin = await windowAs(browser, "admin");
    await admin.goto("/admin/connectors");
    const form = admin.getByRole("form", { name: "Send cases to Primero" });
    await form.getByLabel("Whose system it is").selectOption({ label: partner });
    await form.getByLabel("Address").fill("https://primero.example");
    await form.getByLabel("Account there").fill("crossdocket");
    await form.getByLabel("Password there").fill("not a real password");
    await form.getByRole("checkbox", { name: "Confirm it is you" }).check();
    await form.getByRole("button", { name: "Add the system" }).click();
    await expect(form).toContainText("Confirm that this may leave");
    await form.getByRole("checkbox", { name: /It may leave: What the service is told about the client/ }).check();
    await form.getByLabel("Password there").fill("not a real password");
    await form.getByRole("button", { name: "Add the system" }).click();
    await expect(admin.locator("#systems")).toContainText("https://primero.example");
    await admin.setViewportSize({ width: 390, height: 844 });
    await noSideways(admin);
    await admin.context().close();
  });

  await test.step("the caseworker reads exactly what leaves, on a phone, and sends it", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await main.getByText(`Send this case to the system of ${partner}`, { exact: true }).click();
    const form = main.getByRole("form", { name: `Send this case to the system of ${partner}` });
    await expect(main).toContainText("What the service is told about the client (notes_section)");
    await form.getByRole("checkbox", { name: "Confirm it is you" }).check();
    await form.getByRole("button", { name: "Send the case" }).click();
    await expect(form).toContainText("Read what leaves, and tick this.");
    await form.getByRole("checkbox", { name: /I have read what leaves/ }).check();
    await form.getByRole("button", { name: "Send the case" }).click();
    await expect(main).toContainText("On its way");
    await noSideways(page);
  });
});
