import { expect, type Locator, type Page, test } from "@playwright/test";
import { daysAgo } from "./support/climb";
import { closeWindows, windowAs } from "./support/evidence";
import { idBehind } from "./support/found-ids";

const casePath = /^\/cases\/([0-9a-f-]{36})$/;
const clinic = "Voorbeeld Legal Clinic (invented)";
const shelter = "Tamboekie House (invented)";

test.afterEach(closeWindows);

test("a client is referred on a phone, a late answer is in the queue and recorded from it, and the timeline has all", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await windowAs(browser, /^Caseworker/);
  await page.setViewportSize({ width: 390, height: 844 });
  const main = page.locator("main");

  await test.step("with consent: what was typed stays when it is missing", async () => {
    const caseId = await idBehind(page, "/cases?q=Weaver", casePath, "Weaver");
    await page.goto(`/cases/${caseId}/referrals`);
    const form = main.getByRole("form", { name: "Refer the client" });
    await form.getByLabel("To which service").selectOption({ label: `${clinic}, Courts of the Voorbeeld district` });
    await form.getByLabel("What they are asked to help with").fill("An application for a protection order.");
    await form.getByLabel("What they are told about the client").fill("A first name and a safe number.");
    await form.getByRole("button", { name: "Record the referral" }).click();
    await expect(form).toContainText("Say whether the client agreed.");
    await expect(form.getByLabel("What they are asked to help with")).toHaveValue(
      "An application for a protection order.",
    );
    await form.getByRole("radio", { name: "The client agreed, in words" }).check();
    await form.getByLabel("Day of the consent").fill(daysAgo(0));
    await form.getByLabel("Answer expected by").fill(daysAgo(0));
    await form.getByRole("button", { name: "Record the referral" }).click();
    await expect(main.locator("section").filter({ hasText: `1. ${clinic}` })).toContainText("Waiting for an answer");
    await noSideways(page);
  });

  await test.step("its day is today, and another's has passed: the queue asks for both answers", async () => {
    await expect(async () => {
      await page.goto("/");
      await expect(act(page, "#today", clinic)).toContainText("Due today", { timeout: 2_000 });
    }).toPass();
    const late = act(page, "#overdue", shelter);
    await expect(late).toContainText(`Ask ${shelter} for an answer to referral 1`);
    await expect(late).toContainText(/\d days overdue/);
    await expect(late).toContainText(`Waiting on: ${shelter}`);
    await noSideways(page);
  });

  await test.step("she opens it from the queue and records that they accepted", async () => {
    await act(page, "#overdue", shelter)
      .getByRole("link", { name: `Ask ${shelter}` })
      .click();
    await page.waitForURL(/\/referrals#referral-/);
    await expect(main).toContainText(/Answer: \d days overdue/);
    await main.getByText("Record the answer", { exact: true }).click();
    const form = main.getByRole("form", { name: "Answer to referral 1" });
    await form.getByRole("radio", { name: "Accepted" }).check();
    await form.getByLabel("Who answered, and what was said").fill("The house mother: a bed is free.");
    await form.getByRole("button", { name: "Save the answer" }).click();
    await expect(main).toContainText("The house mother: a bed is free.");
    await noSideways(page);
  });

  const referrals = page.url();

  await test.step("the act is done", async () => {
    await page.goto("/");
    await expect(act(page, "#overdue", shelter)).toHaveCount(0);
  });

  await test.step("later she records what came of it", async () => {
    await page.goto(referrals);
    await main.getByText("Record the outcome", { exact: true }).click();
    const form = main.getByRole("form", { name: "Outcome of referral 1" });
    await form.getByLabel("What came of it").fill("She stayed for two nights.");
    await form.getByRole("button", { name: "Save the outcome" }).click();
    await expect(main).toContainText("She stayed for two nights.");
  });

  await test.step("the timeline shows that it was made, accepted and ended", async () => {
    await page.goto(`${new URL(referrals).pathname.replace(/referrals$/, "timeline")}?what=referrals`);
    const lines = main.locator(".event");
    await expect(lines).toHaveCount(3);
    await expect(lines.nth(0)).toContainText(`Referral 1 to ${shelter}: ended`);
    await expect(lines.nth(0)).toContainText("She stayed for two nights.");
    await expect(lines.nth(1)).toContainText(`Referral 1: accepted by ${shelter}`);
    await expect(lines.nth(2)).toContainText("SAST");
    await noSideways(page);
  });
});

const act = (page: Page, list: string, words: string): Locator =>
  page.locator(`${list} .act`).filter({ hasText: words });

async function noSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}
