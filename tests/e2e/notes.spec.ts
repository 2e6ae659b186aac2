import { expect, type Page, test } from "@playwright/test";
import { alive } from "./support/alive";
import { closeWindows, windowAs } from "./support/evidence";
import { idBehind } from "./support/found-ids";
import { holdChunks } from "./support/hold-chunks";

/** A phone in the hand: nothing of the case but its own pages. */
const phone = { width: 390, height: 844 };
const casePath = /^\/cases\/([0-9a-f-]{36})$/;

test.afterEach(closeWindows);

test("a call is written down on a phone while the line drops, and the case remembers it", async ({ browser }) => {
  test.setTimeout(120_000);
  const worker = await windowAs(browser, /^Caseworker/);
  const caseId = await idBehind(worker, "/cases?q=Weaver", casePath, "Weaver");
  await worker.setViewportSize(phone);
  await worker.goto(`/cases/${caseId}/references`);
  const sheet = worker.getByRole("dialog", { name: "Note or contact" });
  const words = sheet.getByLabel("What happened, or what was said");

  await test.step("the first key opens the sheet, the second is the first letter, also on a slow line", async () => {
    await alive(worker.getByRole("link", { name: "Add note" }));
    const slow = await holdChunks(worker);
    await expect(async () => {
      await worker.locator("main").press("n");
      await expect(words).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await worker.keyboard.type("She");
    await slow.letThrough();
    await worker.keyboard.type(" phoned");
    await expect(words).toHaveValue("She phoned");
    await expect(sheet).toContainText(/Saved \d\d:\d\d by you/);
  });

  await test.step("the line drops in the middle of a word, the page is reloaded, and the text is there", async () => {
    await worker.route("**/api/cases/*/draft", (route) => route.abort());
    await words.pressSequentially(": a new account wrote on Sunday");
    await expect(sheet).toContainText("Your text is kept in this tab, encrypted");
    const shelf = await worker.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(shelf).not.toContain("Sunday");
    await worker.unroute("**/api/cases/*/draft");
    await worker.reload();
    await expect(words).toHaveValue("She phoned: a new account wrote on Sunday");
    await expect(sheet).toContainText(/Saved \d\d:\d\d by you/);
  });

  await test.step("it becomes a call with the client, what was agreed, and a day", async () => {
    await sheet.getByRole("radio", { name: "Call" }).check();
    await sheet.getByLabel("With whom").selectOption({ label: "The client" });
    await sheet.getByLabel("What was agreed").fill("She sends the picture of the screen.");
    await sheet.getByLabel("Next act (optional)", { exact: true }).fill("Ask for the picture");
    await sheet.getByLabel("Day of the next act").fill("2099-05-04");
    await sheet.getByRole("button", { name: "Save the note" }).click();
    await expect(sheet).toBeHidden();
    await expect.poll(() => worker.evaluate(() => sessionStorage.length)).toBe(0);
  });

  await test.step("its words are changed, and the first ones stay", async () => {
    await worker.goto(`/cases/${caseId}/timeline`);
    await worker.locator("main .event").filter({ hasText: "a new account wrote on Sunday" }).getByRole("link").click();
    await worker.getByRole("link", { name: "Change", exact: true }).click();
    const form = worker.getByRole("form", { name: "Change the note" });
    await form.getByLabel("What was agreed").fill("She sends the picture of the screen today.");
    await form.getByRole("button", { name: "Save the note" }).click();
    await expect(worker.locator("main")).toContainText("1 earlier wording");
  });

  await test.step("the timeline shows it on both clocks, and its next act is a deadline", async () => {
    await worker.goto(`/cases/${caseId}/timeline`);
    const line = worker.locator("main .event").filter({ hasText: "a new account wrote on Sunday" });
    await expect(line).toContainText("Call with the client");
    await expect(line).toContainText("Agreed: She sends the picture of the screen today.");
    await expect(line).toContainText("SAST");
    await worker.goto(`/cases/${caseId}/deadlines`);
    const clock = worker.locator("main").getByRole("link", { name: /^Next act after: call with the client/ });
    await clock.click();
    await worker.getByRole("button", { name: "Mark as done" }).click();
    await expect(worker.locator("#next")).toContainText("Done on");
  });
});

test("what a supervisor writes for supervisors, the caseworker on the case does not find", async ({ browser }) => {
  const boss = await windowAs(browser, /^Supervisor/);
  const caseId = await idBehind(boss, "/cases?q=Weaver", casePath, "Weaver");
  await boss.goto(`/cases/${caseId}`);
  await boss.getByRole("link", { name: "Add note" }).click();
  const sheet = boss.getByRole("dialog", { name: "Note or contact" });
  await sheet.getByLabel("What happened, or what was said").fill("She carries nine high cases; offer her cover.");
  await sheet.getByText("When, about what, and who may read it").click();
  await sheet.getByRole("radio", { name: "Supervision note" }).check();
  await sheet.getByRole("button", { name: "Save the note" }).click();
  await expect(sheet).toBeHidden();
  await boss.goto(`/cases/${caseId}/timeline`);
  const line = boss.locator("main .event").filter({ hasText: "offer her cover" });
  await expect(line).toContainText("Supervision note");
  const address = (await line.getByRole("link").getAttribute("href")) ?? "";

  const worker = await windowAs(browser, /^Caseworker/);
  await search(worker, caseId, "nine high cases");
  await expect(worker.locator("main")).toContainText("No line fits");
  expect((await worker.goto(address))?.status()).toBe(404);
});

test("without script a contact is logged, what was typed stays on an error, and it is found by its words", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/, { script: false });
  const caseId = await idBehind(page, "/cases?q=Weaver", casePath, "Weaver");
  await page.goto(`/cases/${caseId}`);
  await page.getByRole("link", { name: "Add note" }).click();
  await expect(page).toHaveURL(/\/notes\/new$/);
  const form = page.getByRole("form", { name: "Note or contact" });
  await form.getByRole("radio", { name: "Visit" }).check();
  await form.getByLabel("Name or office").fill("Fynbos Road");
  await form.getByRole("button", { name: "Save the note" }).click();
  await expect(form.locator(".field--error")).toContainText("Write what happened");
  await expect(form.getByLabel("Name or office")).toHaveValue("Fynbos Road");
  await form.getByLabel("What happened, or what was said").fill("The sergeant looked for the docket, and found it.");
  await form.getByRole("button", { name: "Save the note" }).click();
  await expect(page).toHaveURL(/\/timeline/);
  await search(page, caseId, "SERGEANT docket");
  await expect(page).not.toHaveURL(/sergeant/i);
  await expect(page.locator("main .event")).toHaveCount(1);
  await expect(page.locator("main .event")).toContainText("With: Fynbos Road");
});

async function search(page: Page, caseId: string, words: string): Promise<void> {
  await page.goto(`/cases/${caseId}/timeline`);
  await page.locator("main summary").filter({ hasText: "Filter and search" }).click();
  const form = page.getByRole("form", { name: "Choose lines" });
  await form.getByLabel("Words").fill(words);
  await form.getByRole("button", { name: "Show these" }).click();
  await expect(page).toHaveURL(/[?&]q=/);
}
