import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { filesWith } from "../support/canaries";
import { originOf } from "../support/e2e";
import { flatPagesOf } from "../support/pdf";
import { answerDanger, openCase } from "./support/case";
import { closeWindows, somebody } from "./support/evidence";
import { plantTeam } from "./support/own-team";
import { download } from "./support/parts";

/** An old phone on a slow line: bytes a second each way. */
const slow = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const phone = { width: 360, height: 740 };
/** A page with all that it loads, in bytes. */
const lightest = 60_000;

/** What she writes and reads, of which the profile of her browser keeps nothing. */
const secretWords = ["Ngiyesaba", "Imvume", "isithombe sakhe", "Silinde impendulo"];

test.afterEach(closeWindows);

test("a client hands over ten pictures and a voice note over a bad line, signs, reads where things stand, and leaves nothing behind", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const openWindow = await plantTeam("Client Page Test Trust");
  await turnOn(await openWindow(browser, "admin"));
  const worker = await openWindow(browser, "caseworker");
  const caseId = await openCase(worker, "Loerie of the page", { client: { ...somebody(), name: "Busisiwe Ntanzi" } });
  const own = `/cases/${caseId}/client-page`;
  const { link, pin } = await test.step("the caseworker makes a link and a PIN, shown once", () => make(worker, own));
  await say(worker, own);
  await offer(worker, own);

  const folder = mkdtempSync(join(tmpdir(), "client-"));
  const { context, client } = await onPhone(folder);

  await test.step("she opens it in isiZulu; nothing says what it is, and all of it is light", async () => {
    const bytes = counted(client);
    await client.goto(link);
    await expect(client).toHaveTitle("Ikhasi");
    await expect(client.locator("main")).not.toContainText(/Crossdocket|Loerie|Trust/);
    await client.getByLabel("I-PIN").fill("0000 0000");
    await client.getByRole("button", { name: "Vula" }).click();
    await expect(client.locator("main")).toContainText("Akuyona leyo i-PIN");
    await client.getByLabel("I-PIN").fill(pin);
    await client.getByRole("button", { name: "Vula" }).click();
    await expect(client.getByRole("heading", { level: 1 })).toHaveText("Ikhasi lakho");
    expect(new URL(client.url()).pathname).toBe("/p");
    await expect(client.locator("main")).toContainText("Silinde impendulo");
    expect(await bytes()).toBeLessThan(lightest);
  });

  await test.step("ten pictures and a voice note go up although the line is cut twice", async () => {
    await client.getByRole("link", { name: "Khetha amafayela" }).click();
    await client.getByLabel("Kukhombisani?").fill("isithombe sakhe");
    await client.getByLabel("Khetha amafayela").setInputFiles([...(await pictures()), voiceNote]);
    await slowDown(client);
    await client.getByRole("button", { name: "Thumela amafayela" }).click();
    for (const file of ["picture-3.jpg", "voice-note.ogg"]) {
      await expect(client.getByText(file)).toBeVisible({ timeout: 90_000 });
      await context.setOffline(true);
      // What is under way is not refused by this, it waits: so there is no event to wait for.
      await client.waitForTimeout(1500);
      await context.setOffline(false);
    }
    await expect(client).toHaveURL(/said=fileWaiting/, { timeout: 120_000 });
    await expect(client.locator("main")).toContainText("Irisidi");
    await expect(client.getByText("Kutholiwe.")).toHaveCount(12);
  });

  await test.step("she signs with a finger, and what is missing is said in her language", async () => {
    await client.getByRole("link", { name: "Imvume" }).click();
    await client.getByRole("button", { name: "Sayina", exact: true }).click();
    await expect(client.locator("main")).toContainText("Bhala igama lakho.");
    await client.getByLabel("Ngikufundile lokhu, futhi ngiyavuma.").check();
    await client.getByLabel("Igama lakho").fill("Nomvula Example");
    await draw(client);
    await client.getByRole("button", { name: "Sayina", exact: true }).click();
    await expect(client.locator("main")).toContainText("Usayine ngo-");
  });

  await test.step("she writes, and leaves by three presses: going back shows nothing", async () => {
    await client.getByRole("link", { name: "Emuva" }).click();
    await client.getByLabel("Bhalela umeluleki wakho").fill("Ngiyesaba");
    await client.getByRole("button", { name: "Thumela", exact: true }).click();
    await expect(client.locator("main")).toContainText("Kuthunyelwe.");
    for (let i = 0; i < 3; i++) await client.keyboard.press("Shift");
    await expect(client).toHaveURL(/\/p\/blank$/);
    await client.goBack();
    await expect(client.locator("body")).not.toContainText("Ngiyesaba");
    await client.goto("/p");
    await expect(client.locator("main")).toContainText("no longer open here");
    expect(await context.cookies()).toEqual([]);
  });

  await test.step("the profile of her browser, on the disk, holds no word of it", async () => {
    await context.close();
    const { hits, searched } = filesWith([folder], secretWords);
    expect(hits).toEqual([]);
    expect(searched).toBeGreaterThan(20);
    rmSync(folder, { recursive: true, force: true });
  });

  await test.step("what she signed is a release of her case", async () => {
    await expect(async () => {
      await worker.goto(`/cases/${caseId}/releases`);
      await expect(worker.locator("main")).toContainText("Signed by the client on her own page", { timeout: 2000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step("the caseworker accepts all; the ledger begins with her capture", async () => {
    await worker.goto("/");
    await expect(worker.locator("main")).toContainText("11 files to look at");
    await worker.goto(own);
    await expect(worker.locator("#messages")).toContainText("Ngiyesaba");
    await expect(worker.locator("#papers")).toContainText("Nomvula Example");
    await worker.getByRole("button", { name: "Accept all 11" }).click();
    await worker.locator("#files").getByText("11 earlier files").click({ timeout: 60_000 });
    await worker.locator("#files").getByRole("link", { name: "Open E-11" }).click();
    await expect(worker.locator("main")).toContainText("Captured by the client on her own device");
  });

  await test.step("it is played and transcribed; the packet holds her capture and what is said", async () => {
    const main = worker.locator("main");
    await main.getByRole("button", { name: "Play it here" }).click();
    await expect(main.getByLabel("Sound E-11")).toBeVisible();
    await main.getByRole("link", { name: "Transcribe" }).click();
    await worker.waitForURL(/\/transcript$/);
    await main.getByLabel("Language that is spoken").selectOption("zu");
    await main.getByLabel("What is said").fill("0:00 | unknown man | Ngizokuthola mina | I will find you myself");
    await main.getByRole("button", { name: "Enter the transcript" }).click();
    await expect(main.getByRole("region", { name: "Transcript, version 1" })).toContainText("I will find you myself");
    const text = await packetText(worker, caseId);
    expect(text).toContain("Ngizokuthola mina I will find you myself");
    expect(text).toContain("by the client, on her own device");
  });
});

test("the same without script: files in one form, a paper is declined, and quick exit is a button", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const openWindow = await plantTeam("Client Page Plain Trust");
  await turnOn(await openWindow(browser, "admin"));
  const worker = await openWindow(browser, "caseworker");
  const caseId = await openCase(worker, "Turaco of the page", { client: somebody() });
  const own = `/cases/${caseId}/client-page`;
  const { link, pin } = await make(worker, own);
  await offer(worker, own);
  const client = await plainPhone(browser);
  await client.goto(link);
  await client.getByLabel("I-PIN").fill(pin);
  await client.getByRole("button", { name: "Vula" }).click();
  await client.getByRole("link", { name: "Khetha amafayela" }).click();
  await client.getByRole("button", { name: "Thumela amafayela" }).click();
  await expect(client.locator("main")).toContainText("Khetha okungenani ifayela elilodwa.");
  await client.getByLabel("Kwakunini?").fill("Izolo");
  await client.getByLabel("Khetha amafayela").setInputFiles([...(await pictures()).slice(0, 2), voiceNote]);
  await client.getByRole("button", { name: "Thumela amafayela" }).click();
  await expect(client.getByText("Kutholiwe.")).toHaveCount(4);
  await client.getByRole("link", { name: "Imvume" }).click();
  await client.getByRole("button", { name: "Angivumi" }).click();
  await expect(client.locator("main")).toContainText("Awuvumanga");
  await client.getByRole("button", { name: "Phuma manje" }).click();
  await expect(client).toHaveURL(/\/p\/blank$/);
  await client.goto("/p");
  await expect(client.locator("main")).toContainText("no longer open here");
  await worker.goto(own);
  await expect(worker.locator("#files")).toContainText("hashed as it arrived; her browser could not");
  await worker.getByRole("button", { name: "End the page now" }).click();
  await expect(worker.locator("#door")).toContainText("Ended");
  await client.goto(link);
  await client.getByLabel("I-PIN").fill(pin);
  await client.getByRole("button", { name: "Vula" }).click();
  await expect(client.locator("main")).toContainText("Leli khasi livaliwe.");
});

/** Drafts the dossier with all exhibits. Gives the words of its served part. */
async function packetText(worker: Page, caseId: string): Promise<string> {
  const main = worker.locator("main");
  await answerDanger(worker, caseId);
  await worker.goto(`/cases/${caseId}/packets/new/mla_dossier`);
  await main.getByLabel("Stage").fill("Investigation. Nobody is charged.");
  await main.getByRole("radio", { name: /nothing military or political/ }).check();
  await main.getByRole("radio", { name: "No person under 18 appears" }).check();
  for (const box of await main.getByRole("checkbox", { name: /^E-/ }).all()) await box.check();
  await main.getByRole("button", { name: /^Build version/ }).click();
  await worker.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
  await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });
  const { bytes } = await download(worker, "Download the served part");
  return (await flatPagesOf(bytes)).join("\n").replaceAll(/\s+/g, " ");
}

async function turnOn(admin: Page): Promise<void> {
  await admin.goto("/admin/settings");
  await admin.getByLabel("Caseworkers may give a client a page of her own").check();
  await admin.locator("#pages").getByRole("button", { name: "Save" }).click();
  await expect(admin.locator("#pages")).toContainText("Saved");
}

async function make(worker: Page, own: string): Promise<{ link: string; pin: string }> {
  await worker.goto(own);
  const form = worker.getByRole("form", { name: "Make a link and a PIN" });
  await form.getByLabel("Language that she reads best").selectOption("zu");
  await form.getByLabel(/I went through it with her/).check();
  await form.getByRole("button", { name: "Make a link and a PIN" }).click();
  const shown = form.locator(".notice .ref");
  await expect(shown.first()).toContainText("/p/");
  return { link: (await shown.first().textContent()) ?? "", pin: (await shown.last().textContent()) ?? "" };
}

async function say(worker: Page, own: string): Promise<void> {
  await worker.goto(own);
  await worker.locator("#status").getByText("Say where things stand", { exact: true }).click();
  const form = worker.getByRole("form", { name: "Say where things stand" });
  await form.getByLabel("Ready sentence").selectOption("lineWaiting");
  await form.getByRole("button", { name: "Show it to her" }).click();
  await expect(worker.locator("#status")).toContainText("Silinde impendulo");
}

/** A release from the records of the case: previewed beside the English, and put on her page. */
async function offer(worker: Page, own: string): Promise<void> {
  await worker.goto(own);
  await worker.locator("#papers").getByRole("link", { name: "Release of information" }).click();
  const form = worker.getByRole("form", { name: "Release of information" });
  await form.getByLabel("Which office may receive it").selectOption("investigating_officer");
  await form.getByLabel("Who may receive it").fill("Detective Sergeant Petersen");
  await form.getByRole("radio", { name: "Every exhibit of the case" }).check();
  await form.getByLabel("What for").fill("A request to the other country");
  await form.getByRole("button", { name: "Show how she reads it" }).click();
  const preview = form.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("Imvume yokunikeza ulwazi");
  await expect(preview).toContainText("Permission to give information");
  await form.getByRole("button", { name: "Put it on her page" }).click();
  await expect(worker.locator("#papers")).toContainText("Waits for the client");
}

/** A browser with a profile on the disk, as hers has. */
async function onPhone(folder: string): Promise<{ context: BrowserContext; client: Page }> {
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const small = { viewport: phone, hasTouch: true, isMobile: true, baseURL: originOf("demo") };
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, ...small });
  return { context, client: context.pages()[0] ?? (await context.newPage()) };
}

async function plainPhone(browser: Browser): Promise<Page> {
  const options = { viewport: phone, javaScriptEnabled: false, baseURL: originOf("demo") };
  return (await browser.newContext(options)).newPage();
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", slow);
}

/** Counts what a page loads from now on, bodies and headers. */
function counted(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    const size = request.sizes().then((all) => all.responseBodySize + all.responseHeadersSize);
    sizes.push(size);
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function pictures(): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const at = async (number: number) => {
    const noise = Buffer.from(Array.from({ length: 120 * 120 * 3 }, (_, i) => (i * (number + 7) * 31) % 256));
    const raw = { width: 120, height: 120, channels: 3 as const };
    const buffer = await sharp(noise, { raw }).jpeg({ quality: 95 }).toBuffer();
    return { name: `picture-${number}.jpg`, mimeType: "image/jpeg", buffer };
  };
  return Promise.all(Array.from({ length: 10 }, (_, number) => at(number + 1)));
}

/** Longer than the recording, so that the line can be cut in it: what follows the last page of it is not played. */
const voiceNote = {
  name: "voice-note.ogg",
  mimeType: "audio/ogg",
  buffer: Buffer.concat([readFileSync("tests/fixtures/recordings/voice.ogg"), Buffer.alloc(120_000, 5)]),
};

async function draw(page: Page): Promise<void> {
  const canvas = page.locator("canvas");
  await expect(canvas).toBeVisible();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("There is nowhere to sign.");
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 30, { steps: 8 });
  await page.mouse.up();
}
