import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { drawPhoto } from "../support/draw-screens";
import { qpdfComplaints } from "../support/pdf";
import { hasTool } from "../support/tools";
import { alive } from "./support/alive";
import { openCase } from "./support/case";
import { shows } from "./support/climb";
import { closeWindows, maskByKeyboard, openSheet, somebody } from "./support/evidence";
import { plantTeam } from "./support/own-team";

const exportFile = "tests/fixtures/chats/threats-za.txt";
const picture = "tests/fixtures/files/photo.jpg";
const mail = "tests/fixtures/files/message.eml";

test.afterEach(closeWindows);

test("evidence is collected from an export to a certificate", async ({ browser }) => {
  test.setTimeout(240_000);
  const worker = await (await plantTeam("Evidence Test Trust"))(browser, "caseworker");
  const caseId = await openCase(worker, `Bulbul ${Date.now() % 100_000}`, { client: somebody() });
  const evidence = `/cases/${caseId}/evidence`;

  await test.step("files go in as one batch, and both sides come to the same hash", async () => {
    await worker.goto(evidence);
    const form = await openSheet(worker);
    await form.getByLabel("Choose files").setInputFiles([exportFile, picture, mail]);
    await form.getByLabel("What it shows").last().fill("Messages of the account");
    await form.getByLabel("Captured on").fill("2026-10-15T09:30");
    await form.getByLabel("How it was captured").selectOption({ label: "Export by the platform or app" });
    await form.getByLabel("How it was obtained").selectOption({ index: 1 });
    await form.getByLabel("Captured by").fill("The client");
    await form.getByLabel("On which device").fill("The client's own phone");
    await form.getByText("More: clock, program").click();
    await form.getByLabel("Where the time comes from").selectOption({ index: 1 });
    await form.getByRole("button", { name: "Upload 3 files" }).click();
    await expect(form).toContainText("Hash the same on both sides", { timeout: 60_000 });
    for (const label of ["E-01", "E-02", "E-03"]) await expect(worker.getByText(label).first()).toBeVisible();
  });

  const [first = "", second = "", third = ""] = await exhibitsOf(worker, evidence);

  await test.step("the export is read; the account behind it is named; two messages become incidents", async () => {
    await worker.goto(`${evidence}/chats?exhibit=${first.split("/").at(-1)}`);
    const start = worker.getByRole("form", { name: "Read an export" });
    await start.getByRole("button", { name: "Read it" }).click();
    await worker.waitForURL(/\/chats\/[0-9a-f-]{36}/);
    await shows(worker, new URL(worker.url()).pathname, /8 messages/);
    await expect(worker.locator("main")).not.toContainText("I know which school gate you use");
    await worker.getByRole("button", { name: "Show the words" }).click();
    await expect(worker.locator("main")).toContainText("I know which school gate you use");
    await worker.locator("#senders li", { hasText: "Quiet Harbour" }).getByText("Say who this is").click();
    const sender = worker.getByRole("form", { name: "Say who Quiet Harbour is" });
    await sender.getByLabel("This is").selectOption({ index: 1 });
    await sender.getByRole("button", { name: "Save" }).click();
    await expect(worker.locator("#senders")).toContainText("A1");
    const messages = worker.getByRole("form", { name: "Make incidents of messages" });
    for (const message of ["I know which school gate you use", "I will find you"]) {
      await messages.locator("li", { hasText: message }).getByRole("checkbox").check();
    }
    await messages.getByLabel("What the ticked messages are").selectOption({ index: 1 });
    await messages.getByRole("button", { name: "Make incidents" }).click();
    await expect(worker.locator("main")).toContainText(/is I-2/);
    await worker.goto(`/cases/${caseId}/incidents`);
    await expect(worker.locator("main")).toContainText("I know which school gate you use");
    await expect(worker.locator("main")).toContainText("23:14");
  });

  await test.step("a picture stays hidden until it is held, and that is counted; the mail shows its way", async () => {
    await worker.goto(second);
    await expect(worker.locator("main img")).toHaveCount(0);
    await shows(worker, second, /Hold to reveal/);
    const hold = worker.getByRole("button", { name: /Hold to reveal/ }).first();
    await alive(hold);
    await hold.hover();
    await worker.mouse.down();
    await expect(worker.locator("main .exhibit__view.is-open img")).toBeVisible();
    await worker.mouse.up();
    await expect(worker.locator("main .exhibit__view.is-open")).toHaveCount(0);
    await shows(worker, second, /Viewed/);
    await shows(worker, third, /Received/);
    await shows(worker, "/account", /revealed/i);
  });

  await test.step("part of the picture is masked by keyboard; the copy has its own hash", async () => {
    await worker.goto(`${second}/mask`);
    await maskByKeyboard(worker);
    await shows(worker, second, /Masked copy 1 of page 1/);
  });

  await test.step("time is stamped by the authority, and openssl agrees", async () => {
    // The configuration starts an authority only where there is openssl to run it.
    if (!hasTool("openssl")) return;
    await shows(worker, first, /Browser Test Time/);
    await verifyStamp(worker, first);
  });

  await test.step("a certificate is drafted from the ledger and blanks are left to a person", async () => {
    await worker.goto(`${evidence}/certificates`);
    const form = worker.getByRole("form", { name: "Draft a certificate" });
    await form.getByRole("radio").first().check();
    await form.getByRole("checkbox").first().check();
    await form.getByRole("button", { name: "Draft it" }).click();
    await worker.waitForURL(/\/documents\/[0-9a-f-]{36}/);
    const words = worker.locator("main");
    await expect(words).toContainText("E-01");
    const original = await worker.request.get(`/api/evidence/${first.split("/").at(-1)}/original`);
    const digest = sha256Hex(await original.body());
    await expect(words).toContainText(digest.slice(0, 8));
    const pdf = await worker.request.get(`/api/documents/${new URL(worker.url()).pathname.split("/").at(-1)}/pdf`);
    expect(qpdfComplaints(new Uint8Array(await pdf.body())) ?? []).toEqual([]);
  });
});

test("five pictures of a phone are dated by their files and described at once; gaps are closed by keyboard", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const worker = await (await plantTeam("Evidence Test Trust"))(browser, "caseworker");
  const caseId = await openCase(worker, `Hornbill ${Date.now() % 100_000}`, { client: somebody() });
  await worker.goto(`/cases/${caseId}/evidence`);
  const form = await openSheet(worker);
  await form.getByLabel("Choose files").setInputFiles(await phonePictures(5));
  await form.locator("[name=description]").fill("Messages of one evening");
  await form.getByLabel("How it was captured").selectOption({ label: "Screenshot" });
  await form.getByLabel("How it was obtained").selectOption({ index: 1 });
  await form.getByRole("button", { name: "Upload 5 files" }).click();
  await form.getByRole("link", { name: "Fill in the details of these 5 exhibits" }).click({ timeout: 60_000 });

  await test.step("what the names of the files say is taken over at one press, and nothing is typed", async () => {
    const main = worker.locator("main");
    await expect(main.getByLabel("Captured on")).toHaveAccessibleDescription(/not recorded/);
    const fill = worker.getByRole("button", { name: "Fill in 5 exhibits from the files" });
    await alive(fill);
    await fill.click();
    await expect(main.getByLabel("Captured on")).toHaveAccessibleDescription(/Now: several/);
    await expect(fill).toHaveCount(0);
  });

  await test.step("one form describes all of them, and says before what it changes", async () => {
    await worker.getByLabel("Captured by").fill("The client");
    await worker.getByLabel("On which device").fill("Phone of the client");
    await expect(worker.getByRole("region", { name: "What changes" })).toContainText(
      "Captured by: The client. New on E-01, E-02, E-03, E-04, E-05.",
    );
    await worker.getByRole("button", { name: "Save on all of them" }).click();
    await worker.waitForURL(/\/evidence$/);
  });

  await test.step("one gap is opened, filled in and saved by keyboard, and the next one opens", async () => {
    const tile = worker.getByRole("article", { name: "Exhibit E-05" });
    await expect(tile).not.toContainText("No time of capture");
    const gap = tile.getByRole("link", { name: "No web address" });
    await alive(gap);
    await gap.focus();
    await worker.keyboard.press("Enter");
    await expect(tile.getByLabel("Web address")).toBeFocused();
    await worker.keyboard.type("https://x.example/p/5?a=b");
    await worker.keyboard.press("Enter");
    await expect(tile.getByLabel("Account")).toBeFocused();
    await expect(tile.getByRole("link", { name: "No web address" })).toHaveCount(0);
    await worker.keyboard.press("Escape");
    await expect(tile.getByRole("link", { name: "No account id" })).toBeFocused();
    await expect(worker.getByRole("link", { name: /^With gaps/ })).toContainText("5");
  });
});

/** Screens as a phone names them, of yesterday morning. */
async function phonePictures(count: number) {
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
  return Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      name: `Screenshot_${day}-0${at + 1}1530.jpg`,
      mimeType: "image/jpeg",
      buffer: await drawPhoto(at + 1),
    })),
  );
}

test("a case that is stopped for images of a minor takes no byte and says where to report", async ({ browser }) => {
  const worker = await (await plantTeam("Evidence Test Trust"))(browser, "caseworker");
  const caseId = await openCase(worker, `Drongo ${Date.now() % 100_000}`, { client: somebody() });
  await worker.goto(`/cases/${caseId}/evidence/stop`);
  await expect(worker.locator("main")).toContainText(/do not/i);
  await stop(worker);
  await worker.goto(`/cases/${caseId}/evidence`);
  await expect(worker.locator('input[type="file"]')).toHaveCount(0);
  const refused = await worker.request.post("/api/evidence/announce", {
    headers: { origin: new URL(worker.url()).origin },
    data: { caseId, fileName: "a.png", size: 3, description: "Not taken", method: "other", howObtained: "public" },
  });
  expect(refused.status()).toBe(409);
});

async function exhibitsOf(page: Page, evidence: string): Promise<string[]> {
  const id = /[0-9a-f-]{36}$/;
  await page.goto(evidence);
  const links = await page
    .locator(`main a[href*="/evidence/"]`)
    .evaluateAll((all) => all.map((element) => element.getAttribute("href")?.split(/[?#]/)[0] ?? ""));
  return [...new Set(links.filter((link) => id.test(link)))].reverse();
}

async function verifyStamp(page: Page, exhibit: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-stamp-"));
  try {
    const link = await page.locator('a[href*="/stamps/"]').first().getAttribute("href");
    writeFileSync(join(folder, "token"), await (await page.request.get(link ?? "")).body());
    const original = await page.request.get(`/api/evidence/${exhibit.split("/").at(-1)}/original`);
    writeFileSync(join(folder, "file"), await original.body());
    const root = join(process.env.E2E_FOLDER ?? "", "time-authority.pem");
    const words = ["ts", "-verify", "-data", "file", "-in", "token", "-token_in", "-CAfile", root];
    const done = spawnSync("openssl", words, { cwd: folder, encoding: "utf8" });
    expect(done.status, done.stderr).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stop(page: Page): Promise<void> {
  const form = page.locator("main form").first();
  await form.getByRole("textbox").first().fill("The client said so on the phone.");
  await form.getByRole("button").last().click();
  await expect(page.locator("main")).toContainText(/No file can be added/i);
}
