import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { anyPort } from "../../bin/support/ports.mjs";
import { holdPasskeys } from "./support/factors";
import { ended, launch } from "./support/launch";
import { password } from "./support/people";

const passphrase = "six plain words that nobody wrote";

test("the first run asks for a passphrase before anything is kept, and no later start opens without it", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const home = mkdtempSync(join(process.env.E2E_FOLDER ?? "/tmp", "first-"));
  const settings = { DATA_DIR: home, KEK_BESIDE_DATA: "" };
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
