import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { anyPort } from "../../bin/support/ports.mjs";
import { ended, type Launched, launch } from "./support/launch";

const messages = JSON.parse(readFileSync("messages/af.json", "utf8")) as Record<string, string>;

/** What a screen says in Afrikaans for this English. */
function af(english: string): string {
  const said = messages[english];
  if (!said) throw new Error(`No such message: ${english}`);
  return said;
}

let served: Launched;

test.beforeAll("the demonstration, with screens in Afrikaans", async () => {
  test.setTimeout(300_000);
  const home = mkdtempSync(join(process.env.E2E_FOLDER ?? "/tmp", "afrikaans-"));
  served = await launch(await anyPort(), { DATA_DIR: home, UI_LANGUAGE: "af" }, ["--demo"]);
});

test.afterAll(async () => {
  if (served) await ended(served);
});

test("a caseworker signs in, opens a case and records a CAS number in Afrikaans", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext({ baseURL: served.origin, locale: "af-ZA" })).newPage();
  const main = page.locator("main");
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "af");
  await page.locator('button[name="role"][value="caseworker"]').click();
  await expect(page.getByRole("heading", { level: 1, name: af("My work") })).toBeVisible();

  await page.goto("/cases/new");
  await main.getByLabel(new RegExp(`^${af("Name")}`)).fill("Nomvula Geheim");
  await main.getByRole("button", { name: af("Search clients") }).click();
  const none = new RegExp(`${af("Register a new client")}|${af("None of these: register a new client")}`);
  await main.getByRole("button", { name: none }).click();
  await main.getByLabel(af("Code name")).fill("Protea Drie");
  await main.getByLabel(af("How can we contact the client safely?")).fill("Net ’n teksboodskap");
  await main.getByLabel(af("What happened, in one sentence")).fill("Dreigemente van ’n rekening in die buiteland");
  await main.getByRole("button", { name: af("Open the case") }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}\?opened=/);
  await expect(page.locator("h1").first()).toContainText("Protea Drie");

  const [, caseId] = /\/cases\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  await page.goto(`/cases/${caseId}/references?kind=cas`);
  const form = main.getByRole("form", { name: af("Record a number") });
  await form.getByRole("textbox", { name: new RegExp(`^${af("The number")}`) }).fill("Fynbos Road CAS 147/11/2026");
  await form.getByLabel(af("How it came")).selectOption({ index: 1 });
  await form.getByRole("button", { name: af("Save the number") }).click();
  await expect(main).toContainText("147/11/2026");
  await page.context().close();
});
