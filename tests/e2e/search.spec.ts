import { expect, type Locator, type Page, test } from "@playwright/test";
import { openCase } from "./support/case";
import { closeWindows, somebody, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

/** The search over the page. The page listens for its keys once it has come alive. */
async function open(page: Page, keys: string): Promise<Locator> {
  const box = page.getByRole("combobox", { name: /^Name, number, case/ });
  await expect(async () => {
    if ((await box.count()) === 0) await page.keyboard.press(keys);
    await expect(box).toBeFocused({ timeout: 1000 });
  }).toPass();
  return box;
}

test("one box, by keyboard alone: an act, a case, a part of it, a phone that nobody types into an address", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  const client = somebody();
  const name = `Avocet ${Date.now() % 100_000}`;
  const caseId = await openCase(page, name, { client });
  await page.goto("/cases");

  await test.step("/ opens the same box as Ctrl K, and an act is found by what people call it", async () => {
    await open(page, "/");
    await page.keyboard.type("take leave");
    await expect(page.getByRole("option", { name: "Time off and cover" })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/leave$/);
  });
  await test.step("an act on a case, from anywhere", async () => {
    await open(page, "Control+k");
    await page.keyboard.type(`upload evidence ${name}`);
    await expect(page.getByRole("option", { name: `Add evidence: ${name}` })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/cases/${caseId}/evidence?add=files`);
    await expect(page.getByRole("form", { name: "Add exhibits" })).toBeVisible();
    await page.keyboard.press("Escape");
  });
  await test.step("on a case, its acts and its parts", async () => {
    await page.goto(`/cases/${caseId}`);
    await open(page, "/");
    await page.keyboard.type("releas");
    await expect(page.getByRole("option", { name: /^Releases/ }).first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/cases/${caseId}/releases`);
  });
  await test.step("the phone of a client leads to the case, and stands in no address", async () => {
    const seen: string[] = [];
    page.on("request", (request) => seen.push(request.url()));
    await page.goto("/");
    await open(page, "Control+k");
    await page.keyboard.type(client.phone.replace("+27 ", "0"));
    await expect(page.getByRole("option", { name: /^Look for/ })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/cases/${caseId}`);
    const digits = client.phone.slice(-6);
    expect(seen.filter((url) => url.includes(digits))).toEqual([]);
  });
  await test.step("the box in the side bar is the same one", async () => {
    await page.goto("/cases");
    const box = page.getByRole("combobox", { name: /^Name, number, case/ });
    const side = page.getByRole("searchbox", { name: "Search or jump to" });
    await expect(async () => {
      await side.click();
      await expect(box).toBeFocused({ timeout: 1000 });
    }).toPass();
    await page.keyboard.type(name);
    await expect(page.getByRole("option", { name: new RegExp(`^${name}`) })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/cases/${caseId}`);
  });
});

test("a number of an SMS is recorded from anywhere in three acts: paste, choose the case, save", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  const name = `Bokmakierie ${Date.now() % 100_000}`;
  const caseId = await openCase(page, name, { client: somebody() });
  await page.goto(`/cases/${caseId}/references?kind=cas`);
  const asked = page.locator("main").getByRole("form", { name: "Record a number" });
  await asked.getByText("Not yet issued").click();
  await asked.getByRole("button", { name: /^Save/ }).click();
  await expect(page.locator("main")).toContainText("Saved");

  const serial = Date.now() % 9_000;
  const sms = `SAPS: your case CAS ${serial + 1}/11/2026\nwas opened at YEOVILLE.`;
  await page.goto("/deadlines");
  const box = page.getByRole("combobox", { name: /^Name, number, case/ });
  await expect(async () => {
    // 1. Ctrl V, as the browser sends it.
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, sms);
    await expect(box).toBeFocused({ timeout: 1000 });
  }).toPass();
  const option = page.getByRole("option", {
    name: new RegExp(`^Record Yeoville CAS ${serial + 1}/11/2026 on ${name}`),
  });
  await expect(option).toHaveAttribute("aria-selected", "true");
  // 2. Enter chooses the case that waits for it.
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?case=/);
  const form = page.getByRole("form", { name: "Paste a message" });
  await expect(form.getByRole("radio", { name: new RegExp(`^${name}`) })).toBeChecked();
  // 3. Save.
  await form.getByRole("button", { name: /^Save / }).click();
  await page.waitForURL(`**/cases/${caseId}/references`);
  await expect(page.locator("main")).toContainText(`CAS ${serial + 1}/11/2026`);
});

test("without JavaScript the box sends a form: cases, acts and new numbers are listed on a page", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/, { script: false });
  const main = page.locator("main");
  const box = page.getByRole("searchbox", { name: "Search or jump to" });
  await page.goto("/cases");
  await box.fill("open a case");
  await box.press("Enter");
  await expect(page).toHaveURL(/\/search$/);
  await main
    .locator("#places")
    .getByRole("link", { name: /^Open a case/ })
    .click();
  await expect(page).toHaveURL(/\/cases\/new$/);

  await page.goto("/cases");
  await box.fill("Your case number is CAS 8123/11/2026, Yeoville");
  await box.press("Enter");
  const form = main.getByRole("form", { name: "Paste a message" });
  await expect(form).toContainText("CAS 8123/11/2026");
  await form.getByLabel(/code/).fill("CD-00-0000");
  await form.getByRole("button", { name: /^Save / }).click();
  await expect(page).toHaveURL(/\/references\/paste$/);
  await expect(main).toContainText("You have no case with this code");
});
