import { randomInt } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { answerDanger, openCase } from "./support/case";
import { addExhibits, daysAgo, sendRefusal, shows } from "./support/climb";
import { closeWindows, somebody, windowAs } from "./support/evidence";

const run = randomInt(1_000, 9_999);
const shelter = `Fictional Shelter ${run}`;
const noResponse = "No response: the connection was lost";

test.afterEach(closeWindows);

test("a week of one caseworker on a phone whose line drops: a call, a refusal, a referral, a take-down, a packet", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const worker = await windowAs(browser, /^Caseworker/);
  await worker.setViewportSize({ width: 390, height: 844 });
  const main = worker.locator("main");
  // No part of this name is a word that a packet prints.
  const client = { ...somebody(), name: `Nomvula Geheim${run}` };
  const caseId = await openCase(worker, `Hadeda ${run}`, { client });

  await test.step("Monday: she phones, the line drops in the middle of a word, and after a reload the text is there", async () => {
    await worker.goto(`/cases/${caseId}`);
    await worker.getByRole("link", { name: "Add note" }).click();
    const sheet = worker.getByRole("dialog", { name: "Note or contact" });
    const words = sheet.getByLabel("What happened, or what was said");
    await words.pressSequentially("She phoned from work");
    await expect(sheet).toContainText(/Saved \d\d:\d\d by you/);
    await worker.context().setOffline(true);
    await words.pressSequentially(" and will not go home tonight");
    await expect(sheet).toContainText("Your text is kept in this tab, encrypted");
    await worker.context().setOffline(false);
    await worker.reload();
    await expect(words).toHaveValue("She phoned from work and will not go home tonight");
    await sheet.getByRole("radio", { name: "Call" }).check();
    await sheet.getByLabel("With whom").selectOption({ label: "The client" });
    await sheet.getByRole("button", { name: "Save the note" }).click();
    await expect(sheet).toBeHidden();
    await expectNoSideways(worker);
  });

  await test.step("she sends two files, which are kept", () => addExhibits(worker, caseId, ["note.txt", "photo.jpg"]));

  await test.step("Tuesday: the station refuses; the line drops while it is saved, and what was typed is sent again", async () => {
    await worker.goto(`/cases/${caseId}/refusals?step=csc-report`);
    await worker.context().setOffline(true);
    await sendRefusal(worker, "Voorbeeldfontein", `${daysAgo(1)}T10:15`);
    const form = worker.getByRole("form", { name: "Log a refusal" });
    await expect(form).toContainText(noResponse);
    await worker.context().setOffline(false);
    await expect(form.getByLabel("Words used")).toHaveValue(/It happened online/);
    await form.getByRole("button", { name: "Log the refusal" }).click();
    await expect(main).toContainText("Constable Fictional");
    await expectNoSideways(worker);
  });

  await test.step("the queue asks for what the refusal makes due", async () => {
    await worker.goto("/");
    await expect(
      main
        .locator(".act")
        .filter({ hasText: `Hadeda ${run}` })
        .first(),
    ).toBeVisible();
    await expectNoSideways(worker);
  });

  await test.step("Wednesday: a shelter is added to the directory, asked, and takes her in", async () => {
    await worker.goto("/services");
    const service = worker.getByRole("form", { name: "Add a service" });
    if (!(await service.isVisible())) await main.getByText("Add a service").first().click();
    await service.getByLabel("Kind of service").selectOption({ label: "Shelter" });
    await service.getByLabel("Name of the service").fill(shelter);
    await service.getByRole("button", { name: "Add the service" }).click();
    await expect(main.getByRole("heading", { name: shelter })).toBeVisible();
    await worker.goto(`/cases/${caseId}/referrals`);
    const ask = worker.getByRole("form", { name: "Refer the client" });
    await ask.getByLabel("To which service").selectOption({ label: shelter });
    await ask.getByLabel("What they are asked to help with").fill("A bed for two weeks");
    await ask.getByLabel("What they are told about the client").fill("A first name, and when to phone");
    await ask.getByRole("radio", { name: "The client agreed, in words" }).check();
    await ask.getByRole("button", { name: "Record the referral" }).click();
    await expect(main).toContainText("Nothing was sent: call or write to the service.");
    await main.getByText("Record the answer").click();
    const answer = worker.getByRole("form", { name: "Answer to referral 1" });
    await answer.getByRole("radio", { name: "Accepted" }).check();
    await answer.getByLabel("Who answered, and what was said").fill("The night manager: she can come at seven.");
    await answer.getByRole("button", { name: "Save the answer" }).click();
    await expect(main).toContainText("The night manager: she can come at seven.");
    await expectNoSideways(worker);
  });

  await test.step("Thursday: the account is reported to the platform, and is still up when she looks", async () => {
    const list = `/cases/${caseId}/takedowns`;
    await worker.goto(list);
    await main.getByRole("button", { name: "Add the ticked items to the list" }).click();
    await main.getByRole("link", { name: /^TD-1 / }).click();
    const form = main.getByRole("form", { name: "Record the report", exact: true });
    await form.getByLabel("Report ID").fill(`XR-${run} 77`);
    await form.getByLabel("We go on although nothing is kept").check();
    await form.getByLabel("We have considered that the subject may find out").check();
    await form.getByRole("button", { name: "Record the report" }).click();
    await expect(main.locator("#item")).toContainText(`XR-${run} 77`);
    await expectNoSideways(worker);
    await worker.goto(list);
    const looks = main.getByRole("form", { name: "Record a look at the ticked items" });
    await looks.getByLabel("Choose TD-1").check();
    await looks.getByRole("button", { name: "Still up" }).click();
    await expect(main.locator("tbody tr").filter({ hasText: "TD-1" })).toContainText("Still up");
  });

  await test.step("Friday: a packet is built for the officers who can have the account kept", async () => {
    await answerDanger(worker, caseId);
    await worker.goto(`/cases/${caseId}/packets/new/preservation_briefing`);
    await main.getByLabel("Reason for secrecy").fill("The subject deletes accounts as soon as he is told.");
    await main.getByText("Somebody is in danger now", { exact: true }).click();
    await main.getByRole("radio", { name: "No person under 18 appears" }).check();
    await main.getByRole("button", { name: /^Build version/ }).click();
    await worker.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
    await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });
    await expectNoSideways(worker);
  });

  await test.step("Saturday: the timeline holds all of it, and fits the phone", async () => {
    const all = [
      /will not go home tonight/,
      /Voorbeeldfontein/,
      new RegExp(shelter),
      /TD-1/,
      /E-02/,
      /briefing, version 1/,
    ];
    for (const words of all) await shows(worker, `/cases/${caseId}/timeline`, words);
    await expectNoSideways(worker);
  });
});

async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(390);
}
