import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { anyPort } from "../../bin/support/ports.mjs";
import { type MailServer, startMailServer } from "../support/smtp";
import { holdPasskeys } from "./support/factors";
import { ended, launch } from "./support/launch";
import { password } from "./support/people";

let mailServer: MailServer;
test.beforeAll(async () => {
  mailServer = await startMailServer();
});
test.afterAll(() => mailServer.stop());

/** The first steps: what is settled leaves the list, a mail is shown to arrive, and the rest is skipped. */
async function walkFirstSteps(page: Page) {
  await page.goto(new URL("/admin", page.url()).href);
  await expect(page).toHaveURL(/\/admin\/installation$/);
  const steps = page.locator("#first-steps");
  await expect(steps).toContainText("Only one person administers the organisation");
  await expect(page.locator("#organisation")).toContainText("1 administrator has a passkey");
  // It starts beside the web server, and the page says what was so when it was opened.
  await expect(async () => {
    await page.reload();
    await expect(page.locator("#data")).toContainText("A worker looks after the queues", { timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  await page.getByRole("button", { name: "Send a test mail to my address" }).click();
  await expect.poll(() => mailServer.received.length, { timeout: 30_000 }).toBe(1);
  const [arrived] = mailServer.received;
  expect(arrived?.to).toEqual(["ada@first.example"]);
  const code = /^[A-Z0-9]{8}$/m.exec(arrived?.mail.text ?? "")?.[0] ?? "";
  await page.getByLabel("Code in the mail").fill("AAAAAAAA");
  await page.getByRole("button", { name: "The mail arrived" }).click();
  await expect(steps).toContainText("This is not the code of the last test mail");
  await page.getByLabel("Code in the mail").fill(code.toLowerCase());
  await page.getByRole("button", { name: "The mail arrived" }).click();
  await expect(page.locator("#mail")).toContainText("A test mail arrived on");
  await expect(steps).not.toContainText("Nobody has shown yet");
  await page.getByRole("button", { name: "Skip for now: Virus scanner" }).click();
  await expect(page.locator("#skipped")).toContainText("Virus scanner");
  await expect(page.locator("#files")).toContainText("No virus scanner is set");
}

const passphrase = "six plain words that nobody wrote";

test("the first run asks for a passphrase before anything is kept, and no later start opens without it", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const home = mkdtempSync(join(process.env.E2E_FOLDER ?? "/tmp", "first-"));
  const mail = { SMTP_URL: mailServer.url, MAIL_FROM: "cases@first.example" };
  const settings = { DATA_DIR: home, KEK_BESIDE_DATA: "", ...mail };
  const secrets = () => readdirSync(join(home, "secrets")).filter((name) => name.startsWith("kek"));

  await test.step("one command, and no key on the disk until the setup page has its passphrase", async () => {
    const first = await launch(await anyPort(), settings);
    expect(secrets()).toEqual([]);
    const page = await (await browser.newContext()).newPage();
    await page.goto(first.setupLink ?? "");
    const fill = async (words: string, again = words) => {
      await page.getByLabel("Name of the organisation").fill("First Run Trust");
      await page.getByLabel("Your name").fill("Ada Fictional");
      await page.getByLabel("Your work e-mail").fill("ada@first.example");
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByLabel("Passphrase of the key").fill(words);
      await page.getByLabel("The same passphrase again").fill(again);
      await page.getByRole("button", { name: "Set up and sign in" }).click();
    };
    await fill("too short");
    await expect(page.locator("main")).toContainText("Type 20 characters or more");
    await fill(passphrase, `${passphrase}s`);
    await expect(page.locator("main")).toContainText("not the same as above");
    expect(secrets()).toEqual([]);
    await fill(passphrase);
    await expect(page).toHaveURL(/\/enrol$/);
    expect(secrets()).toEqual(["kek.sealed"]);
    // What is wrapped from now on is wrapped by the key that was written down.
    await holdPasskeys(page);
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await expect(page.locator("#passkeys")).toContainText("This device");
    await walkFirstSteps(page);
    await page.context().close();
    await ended(first);
  });
  await test.step("the folder alone starts nothing; with the passphrase it goes on", async () => {
    await expect(launch(await anyPort(), settings)).rejects.toThrow(/sealed by a passphrase, and there is no terminal/);
    const stick = join(mkdtempSync(join(process.env.E2E_FOLDER ?? "/tmp", "stick-")), "passphrase");
    writeFileSync(stick, passphrase);
    const second = await launch(await anyPort(), { ...settings, KEK_PASSPHRASE_FILE: stick });
    expect(second.setupLink).toBeNull();
    expect(secrets()).toEqual(["kek.sealed"]);
    expect(existsSync(join(home, "secrets/kek"))).toBe(false);
    expect(readFileSync(join(home, "secrets/kek.sealed"), "utf8")).toContain("crossdocket-kek-1");
    await ended(second);
  });
});
