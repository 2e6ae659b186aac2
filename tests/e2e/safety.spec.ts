import { randomInt } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { flatPagesOf } from "../support/pdf";
import { openCase } from "./support/case";
import { closeWindows, somebody } from "./support/evidence";
import { openEdit } from "./support/open-edit";
import { plantTeam } from "./support/own-team";

const phone = { width: 390, height: 844 };

test.afterEach(closeWindows);

/** A case at standard risk, and a caseworker on a phone who looks at it. */
async function caseOnPhone(browser: Browser, script: boolean): Promise<{ page: Page; at: string }> {
  const open = await plantTeam("Safety Test Trust");
  const opener = await open(browser, "caseworker");
  const caseId = await openCase(opener, `Lourie ${randomInt(1_000, 9_999)}`, { client: somebody() });
  await opener.goto(`/cases/${caseId}/settings`);
  const risk = opener.getByRole("form", { name: "Change risk" });
  await openEdit(opener, "Edit the risk");
  await risk.getByRole("radio", { name: "Standard" }).check();
  await risk.getByLabel("Why", { exact: true }).fill("Nobody has asked yet.");
  await risk.getByRole("button", { name: "Change risk" }).click();
  await expect(opener.getByRole("region", { name: "Case", exact: true })).toContainText("Standard risk");
  const page = script ? opener : await open(browser, "caseworker", { script: false });
  await page.setViewportSize(phone);
  return { page, at: `/cases/${caseId}` };
}

const safeContactIn = (page: Page) =>
  page.locator("[id^='clock-step:safe-contact']").filter({ hasText: "Review safe contact" });

async function answerQuestions(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/safety/risk`);
  const form = page.getByRole("form", { name: "Questions about risk" });
  await form
    .getByRole("group", { name: /^Has the person threatened to kill/ })
    .getByLabel("Yes")
    .check();
  await form
    .getByRole("group", { name: /^Is it getting worse/ })
    .getByLabel("Yes")
    .check();
  await form
    .getByRole("group", { name: /choke the client/ })
    .getByLabel("No", { exact: true })
    .check();
  await form.getByLabel("What shows it").fill("I-1 names the street.");
  await form.getByRole("button", { name: "Save and see what it suggests" }).click();
  await expect(page.locator("#suggested")).toContainText("High risk");
  await expect(page.locator("#suggested")).toContainText("enough alone for high risk");
}

async function addEntry(page: Page, section: string, add: string, what: string, button: string): Promise<void> {
  const panel = page.locator(`#${section}`);
  const form = panel.getByRole("form", { name: add });
  if (!(await form.isVisible())) await panel.getByText(add, { exact: true }).first().click();
  await form.getByRole("textbox").first().fill(what);
  await form.getByRole("button", { name: button, exact: true }).click();
  await expect(panel.getByRole("region", { name: what })).toBeVisible();
}

for (const script of [true, false]) {
  test(`a caseworker on a phone ${script ? "" : "without script "}assesses the risk, a deadline gets shorter, and the plan is on one plain page`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const { page, at } = await caseOnPhone(browser, script);
    const main = page.locator("main");

    await test.step("the answers suggest high risk; lower needs a reason, and the risk of the case follows", async () => {
      await page.goto(`${at}/deadlines`);
      await expect(safeContactIn(page)).toContainText("Every 30 days from");
      await answerQuestions(page, at);
      const form = page.getByRole("form", { name: "Decide the risk" });
      await form.getByRole("radio", { name: "Standard risk" }).check();
      await form.getByRole("button", { name: "Decide the risk" }).click();
      await expect(form.locator(".field--error")).toContainText("Say why you decide otherwise");
      await form.getByRole("radio", { name: "High risk" }).check();
      await form.getByRole("button", { name: "Decide the risk" }).click();
      await expect(main.locator("#history")).toContainText("High risk, decided by");
      await page.goto(`${at}/deadlines`);
      await expect(safeContactIn(page)).toContainText("Every 7 days (high risk or danger) from");
    });

    await test.step("the plan takes one entry after another", async () => {
      await page.goto(`${at}/safety`);
      await addEntry(page, "people", "Add a person", "A sister two streets away", "Save and add another");
      await addEntry(page, "people", "Add a person", "The guard at work", "Save");
      await addEntry(page, "words", "Add a word", "Did the parcel come?", "Save");
      await addEntry(page, "worse", "Add a step", "Phone 10111 and stay inside", "Save");
      await main.getByRole("button", { name: "Record the review" }).click();
      await expect(main.locator("#review")).toContainText("Gone through on");
      await expect(main.locator("#review")).toContainText(/every 7 days/i);
      await expect(main.locator("#versions")).toContainText("Version 4");
    });

    await test.step("what may destroy proof says so until the proof is kept", async () => {
      await page.goto(`${at}/safety/technology`);
      const trackers = main.locator("#trackers");
      await trackers.getByText("What to do, and answer").click();
      await expect(trackers).toContainText("Keep the proof first");
      await main.locator("#proof").getByText("What to do, and answer").click();
      await main.locator("#proof").getByRole("radio", { name: "Done" }).check();
      await main.locator("#proof").getByRole("button", { name: "Save the answer" }).click();
      await expect(main.locator("#proof .chip").first()).toContainText("Done");
      await expect(trackers).not.toContainText("Keep the proof first");
    });

    await test.step("the page for the client names nobody and nothing of ours, and is one sheet of paper", async () => {
      await page.goto(`${at}/safety/print`);
      await expect(page).toHaveTitle("Notes");
      const sheet = page.locator(".clientsheet");
      await expect(sheet).toContainText("A sister two streets away");
      await expect(sheet).not.toContainText("Did the parcel come?");
      await main.getByRole("checkbox", { name: "Words that were agreed" }).check();
      await main.getByRole("button", { name: "Show it so" }).click();
      await expect(sheet).toContainText("Did the parcel come?");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
      const pages = await flatPagesOf(await page.pdf({ format: "A4" }));
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain("A sister two streets away");
      expect(pages[0]).not.toMatch(/Lourie|Crossdocket|Safety|safe|risk|harass|stalk|case/i);
    });

    await test.step("the case and the step of safe contact show how it stands", async () => {
      await page.goto(at);
      await expect(main.locator("#safety")).toContainText("Version 4, gone through on");
      await page.goto(`${at}/ladder/safe-contact`);
      await expect(main.locator("#safety")).toContainText("High risk, decided on");
    });
  });
}
