import { randomInt } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { formatDate } from "@/lib/platform/text/format";
import { originOf, ownerOf } from "../support/e2e";
import { flatPagesOf } from "../support/pdf";
import { answerDanger, openCase } from "./support/case";
import { daysAgo } from "./support/climb";
import { somebody } from "./support/evidence";
import { type Extended, launchExtended, type Popup } from "./support/extension";
import { imitateSites } from "./support/imitated-sites";
import { download } from "./support/parts";
import { within } from "./support/plant-person";

const origin = originOf("demo");
let extended: Extended;

test.beforeEach(async () => {
  extended = await launchExtended(origin);
});
test.afterEach(() => extended.end());

test("a post is kept by one click, marked gone a day later, and both are in the packet", async () => {
  test.setTimeout(240_000);
  const { context, open } = extended;
  const sites = await imitateSites(context);
  const app = await signedIn();
  const caseId = await openCase(app, `Grebe ${randomInt(1_000_000)}`);
  const main = app.locator("main");
  await track(app, caseId, sites.post);

  const page = await context.newPage();
  await page.goto(sites.post);
  await test.step("the extension is connected by a code, once", async () => {
    const code = await makeCode(app, caseId);
    const popup = await connect(await open(page), code);
    await expect.poll(() => popup.text()).toContain("Connected until");
    await expect.poll(() => popup.text()).toContain("TD-1: To report");
    const again = await context.request.post(`${origin}/api/capture/pair`, {
      data: { code },
      headers: { origin: `chrome-extension://${"a".repeat(32)}` },
    });
    expect(again.status()).toBe(401);
    await app.reload();
    await expect(main.locator("#connected")).toContainText("connected by");
  });

  await test.step("one click keeps picture, page and text; the site is asked for nothing more", async () => {
    const before = sites.asked.length;
    expect(await keep(await open(page))).toContain("Kept: E-");
    expect(sites.asked.length).toBe(before);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  await test.step("the exhibit shows the page, its ids, its parts and their hashes", async () => {
    await openExhibit(app, caseId, "Picture of a captured page: A post of nobody");
    const panel = main.locator("#capture");
    await expect(panel).toContainText(sites.post);
    await expect(panel).toContainText("4471234567");
    await expect(panel).toContainText("C0aBcDeFgHi");
    await expect(panel).toContainText("Picture");
    await expect(panel).toContainText("Page (MHTML)");
    await expect(panel.getByText("the same in the browser and here")).toHaveCount(3);
    await expect(panel).not.toContainText("address of another site");
    await expect(main.locator("#custody")).toContainText("Captured by the browser extension");
  });

  await test.step("a day later it is gone, and is marked so with one click", async () => {
    await aDayBefore(caseId);
    sites.remove();
    await page.goto(sites.post);
    const popup = await open(page);
    await expect.poll(() => popup.text()).toContain("On the take-down list");
    await popup.click("It is gone");
    await expect.poll(() => popup.text()).toContain("Recorded as gone.");
    await app.goto(`/cases/${caseId}/takedowns`);
    await expect(main.locator("tr", { hasText: "TD-1" })).toContainText("Removed");
    await openExhibit(app, caseId, "Text of a captured page: A post of nobody");
    await expect(main.locator("#custody")).toContainText("Seen: gone");
    await expect(main.locator("#custody")).toContainText("with the browser extension");
  });

  await test.step("what is disconnected sends nothing any more", async () => {
    await app.goto(`/cases/${caseId}/evidence/capture`);
    await main.getByRole("button", { name: "Disconnect" }).click();
    await expect(main).toContainText("Nothing is connected");
    const popup = await open(page);
    await expect.poll(() => popup.text()).toContain("make a code");
  });

  await test.step("the packet prints the capture of yesterday and that it was gone today", async () => {
    await answerDanger(app, caseId);
    await app.goto(`/cases/${caseId}/packets/new/mla_dossier`);
    await main.getByLabel("Stage").fill("Investigation. Nobody is charged.");
    await main.getByRole("radio", { name: /nothing military or political/ }).check();
    await main.getByRole("radio", { name: "No person under 18 appears" }).check();
    for (const box of await main.getByRole("checkbox", { name: /^E-0/ }).all()) await box.check();
    await main.getByRole("button", { name: /^Build version/ }).click();
    await app.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
    await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });
    const { bytes } = await download(app, "Download the served part");
    const text = (await flatPagesOf(bytes)).join("\n").replaceAll(/\s+/g, " ");
    expect(text).toContain("Picture of a captured page: A post of nobody");
    const captured = formatDate(daysAgo(1));
    const gone = formatDate(daysAgo(0));
    expect(text).toContain(`Captured ${captured}, `);
    expect(text).toMatch(new RegExp(`Looked again Gone: ${gone}, .{10,60}, by \\S+, with the browser extension`));
    expect(text).toContain("Looked again at the address of E-01");
  });
});

/** What was captured a moment ago was captured a day ago; what came in since stays as it is. */
async function aDayBefore(caseId: string): Promise<void> {
  const owner = await ownerOf("demo");
  const orgs = await owner<{ id: string }[]>`select distinct org_id as id from auth.logins`;
  for (const { id } of orgs) {
    await within(owner, id, "service", null, async (tx) => {
      await tx`update app.exhibits set captured_at = captured_at - interval '1 day' where case_id = ${caseId}`;
    });
  }
  await owner.end();
}

test("a page that lies is kept as what it is, with the browser's own address beside what it claims; nothing runs", async () => {
  test.setTimeout(240_000);
  const { context, open } = extended;
  const sites = await imitateSites(context);
  const app = await signedIn();
  const caseId = await openCase(app, `Dunlin ${randomInt(1_000_000)}`, { client: somebody() });
  const code = await makeCode(app, caseId);
  const page = await context.newPage();
  await page.goto(sites.liar);
  const popup = await connect(await open(page), code);
  await expect.poll(() => popup.text()).toContain("Connected until");
  expect(await keep(popup)).toContain("Kept: E-");
  expect(await page.evaluate(() => document.querySelectorAll("[data-caught]").length)).toBe(0);
  await openExhibit(app, caseId, "Picture of a captured page: Harmless gpj.exe page");
  const panel = app.locator("main #capture");
  await expect(panel).toContainText(sites.liar);
  await expect(panel.getByText("the same in the browser and here")).toHaveCount(3);
  await expect(panel).toContainText("It names an address of another site as its own");
  await expect(panel).toContainText("https://bank.example/login");
  await expect(panel.locator("a[href*='bank.example'], a[href*='tiktok']")).toHaveCount(0);
  await expect(panel).not.toContainText("A lie");
  expect(await app.evaluate(() => "ran" in window)).toBe(false);
  // Its address is the browser's own in the details too, and the other is nowhere among them.
  const details = app.locator("main #plate, main #details");
  await expect(details.getByText("bank.example")).toHaveCount(0);
});

async function signedIn(): Promise<Page> {
  const page = await extended.context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByRole("button", { name: /^Caseworker/ }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

async function makeCode(app: Page, caseId: string): Promise<string> {
  await app.goto(`${origin}/cases/${caseId}/evidence/capture`);
  await app.locator("main").getByRole("button", { name: "Make a code" }).click();
  const shown = app.locator("main .ref").first();
  await expect(shown).toHaveText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/);
  return (await shown.textContent()) ?? "";
}

async function connect(popup: Popup, code: string): Promise<Popup> {
  await popup.fill("server", origin);
  await popup.fill("code", code);
  await popup.click("Connect");
  return popup;
}

/** @returns what the popup says at the end */
async function keep(popup: Popup): Promise<string> {
  const said = async () => String(await popup.evaluate(`document.getElementById("work")?.textContent ?? ""`));
  await popup.click("Keep this page");
  await expect.poll(said, { timeout: 90_000 }).toMatch(/^Kept|could not|changed|refused/);
  return said();
}

async function track(app: Page, caseId: string, address: string): Promise<void> {
  await app.goto(`${origin}/cases/${caseId}/takedowns`);
  const main = app.locator("main");
  const form = main.getByRole("form", { name: "Add another address" });
  if (!(await form.isVisible())) await main.getByText("Add another address", { exact: true }).click();
  await form.getByLabel("Web address").fill(address);
  await form.getByRole("button", { name: "Add to the list" }).click();
  await expect(main.locator("tr", { hasText: "TD-1" })).toBeVisible();
}

async function openExhibit(app: Page, caseId: string, description: string): Promise<void> {
  await app.goto(`${origin}/cases/${caseId}/evidence`);
  const tile = app.locator("main article", { hasText: description });
  await tile.getByRole("link", { name: /^Open exhibit/ }).click();
  await expect(app.locator("main #capture")).toBeVisible();
}
