import { type Browser, expect, type Page, test } from "@playwright/test";
import { originOf } from "../support/e2e";
import { closeWindows, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

test("an officer without a session opens a packet by link and code, another browser does not, and it closes at once", async ({
  browser,
}) => {
  const worker = await windowAs(browser, /Caseworker/);
  const supervisor = await windowAs(browser, /Supervisor/);
  const packet = await openPacket(worker);
  const { link, code } = await test.step("the caseworker makes it; link and code are shown once", () => make(worker));

  await test.step("it opens nothing before a second person released it, and a look uses nothing up", async () => {
    const early = await stranger(browser);
    for (let i = 0; i < 2; i++) expect((await early.request.get(link)).status()).toBe(200);
    await type(early, link, code);
    await expect(early.getByRole("heading", { level: 1 })).toHaveText("This link is not open yet");
    await early.context().close();
    await supervisor.goto(packet);
    const form = supervisor.getByRole("form", { name: /^Release the link/ });
    await form.getByLabel("Confirm it is you").check();
    await form.getByRole("button", { name: "Release the link" }).click();
    await expect(supervisor.locator("#first-links")).toContainText("Released, not opened yet");
  });

  const officer = await stranger(browser);
  await test.step("the officer types a wrong code, then the right one, and reads what it is", async () => {
    await officer.goto(link);
    await expect(officer).toHaveTitle(/^Open with a code/);
    await expect(officer.locator("main")).not.toContainText(/dossier|CD-|Kestrel/);
    await type(officer, link, "0000 0000 0000");
    await expect(officer.locator("main")).toContainText("That is not the code. 4 tries left.");
    await type(officer, link, code.toLowerCase());
    await expect(officer.locator("#given")).toContainText("This was given to you alone");
    await expect(officer.locator("#given")).toContainText("original files are not searched");
    await expect(officer.locator("main")).not.toContainText(/(holds|contains) no names?/);
    await expect(officer.locator("#files")).toContainText("3 downloads of 3 left");
  });

  await test.step("the whole packet is one download; the receipt is acknowledged", async () => {
    const taken = officer.waitForEvent("download");
    await officer.getByRole("button", { name: "Download the whole packet" }).click();
    expect((await taken).suggestedFilename()).toMatch(/^CD-.*-v\d+\.zip$/);
    await officer.reload();
    await expect(officer.locator("#files")).toContainText("2 downloads of 3 left");
    await officer.getByRole("button", { name: "Acknowledge receipt" }).click();
    await expect(officer.locator("#acknowledge")).toContainText("You acknowledged receipt");
  });

  await test.step("the right code in another browser opens nothing, and the case is told", async () => {
    const second = await stranger(browser);
    await type(second, link, code);
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("This link was opened in another browser");
    const file = await second.request.post(`${link.replace("/first/", "/api/first/")}/served`, {
      headers: { origin: originOf("demo") },
      maxRedirects: 0,
    });
    expect([file.status(), (await file.body()).length]).toEqual([303, 0]);
    await second.context().close();
    await worker.goto("/");
    await expect(worker.locator("#today")).toContainText("Link opened elsewhere too");
  });

  await test.step("taken back while it is open: the next press gives no byte and says why", async () => {
    await worker.goto(packet);
    const log = worker.locator("#dispatches");
    for (const line of ["Link opened with the right code", "Wrong code typed at the link", "Through the link"])
      await expect(log).toContainText(line);
    await worker.getByRole("button", { name: "I have seen what happened at this link" }).click();
    await worker.getByRole("button", { name: "Take the link back" }).click();
    await expect(worker.locator("#first-links")).toContainText("Taken back");
    await officer.getByRole("button", { name: "Download the whole packet" }).click();
    await expect(officer.getByRole("heading", { level: 1 })).toHaveText("This link was withdrawn");
  });
});

test("the code on a receipt slip fills in the number and sends nothing by itself", async ({ page }) => {
  await page.goto("/verify#CD-26-0001-P1/3F0A-91C7");
  await expect(page.getByLabel("Packet number")).toHaveValue("CD-26-0001-P1");
  await expect(page.getByLabel("Check word")).toHaveValue("3F0A-91C7");
  await expect(page.getByRole("main")).not.toContainText("No approved packet");
});

async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: originOf("demo"), locale: "en-ZA" })).newPage();
}

/** An approved packet of the demonstration that nobody withdrew or replaced. Gives its address. */
async function openPacket(page: Page): Promise<string> {
  await page.goto("/packets?state=handed_over");
  await page
    .locator("main")
    .getByRole("link", { name: /^CD-.*-P\d+$/ })
    .first()
    .click();
  await page.waitForURL(/\/packets\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

async function make(page: Page): Promise<{ link: string; code: string }> {
  const form = page.getByRole("form", { name: "Make a first-contact link" });
  if (!(await form.isVisible())) await page.getByText("Make a link for an officer").click();
  await form.getByRole("radio").first().check();
  await form.getByRole("button", { name: "Make a link and a code" }).click();
  const link = form.locator(".notice .ref").first();
  const code = form.locator(".notice .ref").last();
  await expect(link).toContainText("/first/");
  return { link: (await link.textContent()) ?? "", code: (await code.textContent()) ?? "" };
}

async function type(page: Page, link: string, code: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Open" }).click();
}
