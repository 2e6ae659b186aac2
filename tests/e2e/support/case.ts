import { expect, type Locator, type Page } from "@playwright/test";

export const secrets = {
  name: "Nomvula Geheim",
  address: "147 Versteekte Straat, Voorbeelddorp",
  phone: "+27 82 555 0147",
};

const safe = {
  "Safe hours": "Weekdays 09:00 to 15:00",
  "Who else sees the device or account": "Nobody",
  "Code word": "protea",
  "What a subject line may say": "Library books",
};

type Opening = { pair?: string; client?: typeof secrets };

/** Opens a part of the form that can wait, unless it is open already. */
export async function unfold(main: Locator, title: string): Promise<void> {
  const part = main.locator("details").filter({ has: main.page().locator("summary", { hasText: title }) });
  await expect(part).toHaveCount(1);
  if ((await part.getAttribute("open")) === null) await part.locator("summary").click();
}

/** Looks for the client first, then opens the case, on the first pair or the one named. Leaves the page on the case. */
export async function openCase(
  page: Page,
  pseudonym: string,
  { pair, client = secrets }: Opening = {},
): Promise<string> {
  await page.goto("/cases/new");
  const main = page.locator("main");
  await main.getByLabel("Name").fill(client.name);
  await main.getByRole("button", { name: "Search clients" }).click();
  await main.getByRole("button", { name: /register a new client/i }).click();
  await main.getByLabel("Code name").fill(pseudonym);
  await main.getByLabel("How can we contact the client safely?").fill("WhatsApp text only");
  await main.getByLabel("What happened, in one sentence").fill("Threats from an account abroad 🦊 عائشة 李小龙");
  await unfold(main, "Name, identity number");
  await main.getByLabel("Name", { exact: true }).fill(client.name);
  await main.getByLabel("Phone", { exact: true }).fill(client.phone);
  await main.getByLabel("Protected address").fill(client.address);
  await unfold(main, "Safe hours");
  for (const [label, value] of Object.entries(safe)) await main.getByLabel(label).fill(value);
  await unfold(main, "Subject and accounts");
  await main.getByLabel("Platform").selectOption({ label: "X" });
  await main.getByLabel("Handle").fill("@dark.finch_0");
  await main.getByLabel("Permanent ID").fill("2990000000147");
  await unfold(main, "Risk and countries");
  if (pair) await main.getByRole("radio", { name: pair }).check();
  await main.getByRole("radio", { name: "High" }).check();
  await unfold(main, "First incidents");
  await main.getByLabel("What it was").selectOption({ index: 1 });
  await main.getByLabel("From which account").selectOption({ index: 1 });
  await main.getByLabel("Day and time").fill("2026-10-13T10:06");
  await main.getByLabel("What happened", { exact: true }).fill("The account wrote to the client.");
  await main
    .getByLabel("Words as sent")
    .fill("I know which street you live on. Ndiyakwazi apho uhlala khona. 🔪 سأجدك");
  await main.getByRole("button", { name: "Open the case" }).click();
  const opened = /\/cases\/[0-9a-f-]{36}\?opened=/;
  const another = main.getByRole("button", { name: "Another person: save" });
  // The same fictional client stands behind many cases of these stories.
  await Promise.race([page.waitForURL(opened), another.waitFor()]).catch(() => undefined);
  if (!opened.test(page.url())) {
    await main.getByLabel("If not: how you know").fill("Another client of these stories");
    await another.click();
  }
  await page.waitForURL(opened);
  await expect(page.locator("h1").first()).toContainText(pseudonym);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** Says on the page of the case that no danger is seen, so that a packet may be drafted. */
export async function answerDanger(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/danger`);
  const main = page.locator("main");
  await expect(main.locator("#question")).toContainText("Needs an answer");
  await main.getByRole("radio", { name: "No danger seen" }).check();
  await main.getByLabel("Why", { exact: true }).fill("No day is named, and nothing shows that the sender is near.");
  await main.getByRole("button", { name: "Save the answer" }).click();
  await expect(main.locator("#history")).toContainText("No danger seen");
}

/** Names the first offence that is offered: without one nobody can approve a request. */
export async function nameOffence(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/charges`);
  const form = page.getByRole("form", { name: "Add a charge" });
  await form.getByRole("combobox").selectOption({ index: 1 });
  await form.getByRole("button", { name: "Name the offence" }).click();
  await expect(form.getByText("Offence named.")).toBeVisible();
}
