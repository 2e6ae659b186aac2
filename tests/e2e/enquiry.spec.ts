import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { originOf } from "../support/e2e";
import { closeWindows } from "./support/evidence";
import { plantTeam } from "./support/own-team";

const phone = { width: 360, height: 740 };
/** A page with all that it loads, in bytes. */
const lightest = 60_000;

test.afterEach(closeWindows);

test("somebody without a case writes in, in isiZulu and without script; a caseworker searches, opens the case and answers; she reads it with her code", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const openWindow = await plantTeam("Enquiry Test Trust");
  const admin = await openWindow(browser, "admin");
  const address = await test.step("off at first; an administrator turns it on and sees the address", () =>
    turnOn(admin));
  const worker = await openWindow(browser, "caseworker");

  const first = await plainPhone(browser);
  const code = await test.step("she writes what she can: where to phone comes first, and nothing says what it is", () =>
    writeIn(first.page, address));
  await test.step("quick exit leaves nothing", async () => {
    await first.page.getByRole("button", { name: "Phuma manje" }).click();
    await expect(first.page).toHaveURL(/\/p\/blank$/);
    expect(await first.context.cookies()).toEqual([]);
    await first.page.goto("/p/note");
    await expect(first.page.locator("main")).not.toContainText("Nomsa");
    await expect(first.page.getByRole("heading", { level: 1 })).toHaveText("Open with your code");
  });

  await test.step("the caseworker finds it in My work, without a word of hers in the list", async () => {
    await worker.goto("/");
    const line = worker.locator("#today").getByRole("link", { name: /Enquiry/ });
    await expect(line).toContainText("In danger now");
    await expect(worker.locator("main")).not.toContainText("Nomsa");
    await line.click();
    await worker.waitForURL(/\/enquiries\/[0-9a-f-]{36}$/);
    const words = worker.locator("#words");
    await expect(words).toContainText("https://attacker.example/x");
    await expect(words.getByRole("link", { name: /attacker/ })).toHaveCount(0);
  });

  await test.step("searches with what she wrote, and opens the case from it", async () => {
    await worker.getByRole("link", { name: "Search, then open a case" }).first().click();
    await worker.waitForURL(/\/cases\/new\?enquiry=/);
    const main = worker.locator("main");
    await expect(main.getByLabel("Name")).toHaveValue("Nomsa");
    await expect(main.getByLabel("Phone")).toHaveValue("+27 82 555 0111");
    await main.getByRole("button", { name: "Search clients" }).click();
    await main.getByRole("button", { name: /register a new client/i }).click();
    await worker.waitForURL(/\/cases\/new\/details\?enquiry=/);
    await expect(worker.locator("#enquiry")).toContainText("Ungithumelela imiyalezo");
    await expect(main.getByLabel("How can we contact the client safely?")).toHaveValue(
      "“Text message: +27 82 555 0111”",
    );
    await expect(main.getByLabel("In danger now")).toBeChecked();
    await main.getByLabel("What happened, in one sentence").fill("Threats from an account abroad");
    await main.getByRole("button", { name: "Open the case" }).click();
    await worker.waitForURL(/\/cases\/[0-9a-f-]{36}\?opened=/);
    const caseId = new URL(worker.url()).pathname.split("/")[2];
    await worker.goto(`/cases/${caseId}/client-page`);
    await worker.locator("#enquiry").getByRole("link").click();
  });

  await test.step("and answers", async () => {
    const form = worker.getByRole("form", { name: "Answer the enquiry" });
    await form.getByLabel("Answer in isiZulu").fill("Singakusiza. Sizokushayela ngoMsombuluko.");
    await form.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(worker.locator("#messages")).toContainText("She finds it with her code.");
  });

  await test.step("she reads the answer by her code on another phone, and writes again", async () => {
    const { page } = await plainPhone(browser);
    await page.goto("/p/code?l=zu");
    await page.getByLabel("Ikhodi").fill("0000 0000 0000");
    await page.getByRole("button", { name: "Vula" }).click();
    await expect(page.locator("main")).toContainText("Akukho okuvulekayo ngale khodi.");
    await page.getByLabel("Ikhodi").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Vula" }).click();
    await expect(page.locator("main")).toContainText("Sizokushayela ngoMsombuluko.");
    await expect(page.locator("main")).not.toContainText(code);
    await page.getByLabel("Bhala futhi").fill("Ngiyabonga");
    await page.getByRole("button", { name: "Thumela" }).click();
    await expect(page.locator("main")).toContainText("Kuthunyelwe.");
    await page.getByRole("link", { name: "Kuhoxise" }).click();
    await page.getByRole("button", { name: "Yebo, kusule" }).click();
    await expect(page.locator("main")).toContainText("Sesivele sisebenza ngakho nawe");
  });

  await test.step("the caseworker is told that she takes it back", async () => {
    await worker.goto("/");
    await expect(worker.locator("#today")).toContainText("She takes back what she wrote");
  });
});

test("with script, leaving by three presses of Shift; what nobody took up is erased at once", async ({ browser }) => {
  const openWindow = await plantTeam("Enquiry Exit Test Trust");
  const address = await turnOn(await openWindow(browser, "admin"));
  const context = await browser.newContext({ viewport: phone, baseURL: originOf("demo") });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel("What is happening?").fill("He knows where I live");
  await page.getByRole("button", { name: "Send" }).click();
  const code = (await page.locator(".receipt").textContent()) ?? "";
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
  await expect(page).toHaveURL(/\/p\/blank$/);
  await page.goBack();
  await expect(page.locator("body")).not.toContainText("He knows");
  await page.goto("/p/code");
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("link", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Yes, erase it" }).click();
  await expect(page.locator("main")).toContainText("It is erased.");
  await page.goto("/p/code");
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.locator("main")).toContainText("Nothing opens with this code.");
});

async function turnOn(admin: Page): Promise<string> {
  await admin.goto("/admin/settings");
  const panel = admin.locator("#enquiries");
  await expect(panel.locator(".ref")).toHaveCount(0);
  await panel.getByLabel("Somebody who has no case may write to us").check();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.locator(".ref")).toContainText("/p/note/");
  return new URL((await panel.locator(".ref").textContent()) ?? "").pathname;
}

/** Gives the code that she wrote down. */
async function writeIn(page: Page, address: string): Promise<string> {
  const bytes = counted(page);
  await page.goto(`${address}?l=zu`);
  await expect(page).toHaveTitle("Ikhasi");
  await expect(page.locator("main")).not.toContainText(/Crossdocket|Trust/);
  await expect(page.getByRole("link", { name: "10111" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await page.getByRole("button", { name: "Thumela" }).click();
  await expect(page.locator("main")).toContainText("Bhala okuthile kuqala.");
  await page.getByRole("group", { name: "Ingabe usengozini manje?" }).getByLabel("Yebo").check();
  await page.getByLabel("Sikubize ngokuthini?").fill("Nomsa");
  await page
    .getByLabel("Kwenzekani?")
    .fill("Ungithumelela imiyalezo ubusuku bonke. <script>alert(1)</script> https://attacker.example/x");
  await page.getByRole("group", { name: "Ukuliphi izwe?", exact: true }).getByLabel("iNingizimu Afrika").check();
  await page.getByLabel("Umyalezo wombhalo").check();
  await page.getByLabel("Inombolo noma ikheli lalokho").fill("+27 82 555 0111");
  await page.getByLabel("Kuphephile ngaziphi izinsuku").fill("Ngemva kuka-17:00");
  await page.getByLabel("Akekho ngaphandle kwami").check();
  await page.getByRole("button", { name: "Thumela" }).click();
  expect(new URL(page.url()).pathname).toBe("/p/note");
  await expect(page.locator("main .note").first()).toContainText("10111");
  const code = ((await page.locator(".receipt").textContent()) ?? "").trim();
  expect(code).toMatch(/^([0-9A-Z]{4} ){2}[0-9A-Z]{4}$/);
  expect(await bytes()).toBeLessThan(3 * lightest);
  await page.getByRole("button", { name: "Sengiyibhale phansi" }).click();
  await expect(page.locator("main")).not.toContainText(code);
  await expect(page.locator("main")).toContainText("Akekho osekufundile.");
  return code;
}

async function plainPhone(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const options = { viewport: phone, javaScriptEnabled: false, baseURL: originOf("demo") };
  const context = await browser.newContext(options);
  return { context, page: await context.newPage() };
}

/** Counts what is loaded from now on, bodies and headers. */
function counted(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(request.sizes().then((all) => all.responseBodySize + all.responseHeadersSize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
