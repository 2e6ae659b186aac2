import { randomInt } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { openCase } from "./support/case";
import { daysAgo, leaves, recordNumber } from "./support/climb";
import { closeWindows, somebody } from "./support/evidence";
import { plantTeam } from "./support/own-team";

const run = randomInt(10_000, 99_999);
const step = "information-regulator";

test.afterEach(closeWindows);

test("a letter from the regulator comes in by post and ends the wait, on a phone", async ({ browser }) => {
  test.setTimeout(240_000);
  const worker = await (await plantTeam("Letters Test Trust"))(browser, "caseworker");
  const caseId = await openCase(worker, `Bokmakierie ${run}`, { client: somebody() });
  await worker.setViewportSize({ width: 390, height: 844 });

  await test.step("their number leaves the step received, with a clock and the next act", async () => {
    await recordNumber(worker, caseId, { kind: "information_regulator", raw: `IR ${run}/2026`, via: "email" });
    await worker.goto(`/cases/${caseId}/ladder/${step}`);
    const state = worker.locator("#state");
    await expect(state).toContainText("Received");
    await expect(state).toContainText("Not answered yet");
    await expect(state).toContainText("Wait for Regulator");
  });

  await test.step("what to log stands in one form, beside the three other acts", async () => {
    const acts = worker.locator("#acts");
    for (const act of ["Log a call, letter or reply", "Mark as not needed"]) await expect(acts).toContainText(act);
    await expect(acts).not.toContainText("Record an outcome");
    await noSideways(worker);
  });

  await test.step("the letter is recorded with a photo of it", async () => {
    await worker.goto(`/cases/${caseId}/letters?step=${step}#in`);
    const form = worker.getByRole("form", { name: "Record a letter that came in" });
    await form.getByLabel("From whom").fill("The Information Regulator");
    await form.getByLabel("How it came").selectOption({ label: "Post" });
    await form.getByLabel("What it says").fill("They accept the complaint and will investigate.");
    const file = form.locator('input[type="file"]');
    await expect(file).toBeEnabled();
    await file.setInputFiles("tests/fixtures/files/photo.jpg");
    await expect(form).toContainText("Kept", { timeout: 60_000 });
    await expect(form.getByLabel("Scan or photo")).not.toHaveValue("");
    await form.getByRole("radio", { name: /it closes the step/ }).check();
    await form.getByLabel("What was answered, in a few words").fill("Accepted for investigation");
    await form.getByRole("button", { name: "Record the letter" }).click();
    await expect(worker.locator("main")).toContainText("IN-1 recorded. It ended: Information Regulator (POPIA)");
    await noSideways(worker);
  });

  await test.step("the register, the step and the next act of the case show it", async () => {
    await leaves(worker, `/cases/${caseId}/letters`, [
      "IN-1 from The Information Regulator",
      "Answers, and closes the step",
      "E-01",
    ]);
    await leaves(worker, `/cases/${caseId}/ladder/${step}`, ["Closed", "IN-1 from The Information Regulator"]);
    await worker.goto(`/cases/${caseId}`);
    await expect(worker.locator("#next-step")).not.toContainText("Regulator");
    await worker.goto(`/cases/${caseId}/deadlines`);
    await expect(worker.locator("main")).not.toContainText("Ask what became of it");
  });

  await test.step("a letter of ours has its proof of sending, which may come later", async () => {
    await worker.goto(`/cases/${caseId}/letters`);
    const form = worker.getByRole("form", { name: "Record a letter that we sent" });
    await worker.getByText("Record a letter that we sent").first().click();
    await form.getByLabel("To whom").fill("The station commander");
    await form.getByLabel("Sent on").fill(daysAgo(1));
    await form.getByLabel("How it went").selectOption({ label: "Registered post" });
    await form.getByLabel("What it says").fill("We ask which unit has the docket.");
    await form.getByRole("button", { name: "Record the letter" }).click();
    const entry = worker.locator("#OUT-1");
    await expect(entry).toContainText("None yet");
    await entry.getByText("Add proof of sending").click();
    await entry.getByLabel("What shows that it arrived").selectOption({ label: "Number of the registered post" });
    await entry.getByLabel("Its number, or who signed").fill("RC 000 000 000 ZA");
    await entry.getByRole("button", { name: "Record the proof" }).click();
    await expect(entry).toContainText("RC 000 000 000 ZA");
  });
});

async function noSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}
