import { expect, type Locator, type Page, test } from "@playwright/test";
import { answerDanger, nameOffence, openCase } from "./support/case";
import { closeWindows, somebody, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

test("a packet is drafted, checked, built and approved with the keyboard alone", async ({ browser }) => {
  test.setTimeout(240_000);
  const worker = await windowAs(browser, /Caseworker/);
  const client = { ...somebody(), name: `Nomvula Geheim${Date.now() % 100_000}` };
  const caseId = await openCase(worker, `Bulbul ${Date.now() % 100_000}`, { client });
  await answerDanger(worker, caseId);
  await nameOffence(worker, caseId);

  const path = await test.step("drafted, checked and built", async () => {
    await worker.goto(`/cases/${caseId}/packets`);
    const main = worker.locator("main");
    await press(worker, main.getByRole("link", { name: "Draft a packet" }));
    await worker.waitForURL(/\/packets\/new$/);
    const kind = main.getByRole("region", { name: "INTERPOL briefing" });
    await press(worker, kind.getByRole("link", { name: /^Draft/ }));
    await worker.waitForURL(/interpol_briefing$/);
    await tabTo(worker, main.getByLabel("Stage"));
    await worker.keyboard.type("Investigation. Nobody is charged.");
    await worker.keyboard.press("Tab");
    await worker.keyboard.press("Space");
    await expect(main.getByRole("radio", { name: /nothing military or political/ })).toBeChecked();
    await tabTo(worker, main.getByRole("radio", { name: "No person under 18 appears" }));
    await worker.keyboard.press("Space");
    await press(worker, main.getByRole("button", { name: "Check first" }));
    await expect(main).toContainText("Checked:");
    await press(worker, main.getByRole("button", { name: /^Build version/ }));
    await worker.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
    await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });
    return new URL(worker.url()).pathname;
  });

  await test.step("approved by a second person", async () => {
    const supervisor = await windowAs(browser, /Supervisor/);
    await supervisor.goto(path);
    const form = supervisor.getByRole("form", { name: "Approve the packet" });
    for (const box of await form.locator("textarea").all()) {
      await tabTo(supervisor, box);
      await supervisor.keyboard.type("Known gap; the officer decides.");
    }
    await tabTo(supervisor, form.getByRole("checkbox", { name: "Confirm it is you" }));
    await supervisor.keyboard.press("Space");
    await press(supervisor, form.getByRole("button", { name: /^Approve/ }));
    await expect(supervisor.locator("#history")).toContainText("Approved by", { timeout: 120_000 });
  });
});

/** Tabs on until the focus is there, and sees that it can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let n = 0; n < 150; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
  const ring = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
  expect(ring, "the focus is shown").toBe(true);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}
