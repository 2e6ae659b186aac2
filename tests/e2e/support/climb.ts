import { expect, type Page } from "@playwright/test";
import { openSheet } from "./evidence";

const day = 86_400_000;

/** The civil date so many days ago where the tests' browser stands. */
export function daysAgo(days: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Africa/Johannesburg" }).format(Date.now() - days * day);
}

/** The page comes to show it: what a job does later than the click is waited for, by looking again. */
export async function shows(page: Page, path: string, words: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.locator("body")).toContainText(words, { timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
}

/** All of it stands on one page. */
export async function leaves(page: Page, path: string, words: readonly string[]): Promise<void> {
  await page.goto(path);
  for (const word of words) await expect(page.locator("main"), word).toContainText(word);
}

export async function addExhibits(page: Page, caseId: string, files: readonly string[]): Promise<void> {
  await page.goto(`/cases/${caseId}/evidence`);
  const main = page.locator("main");
  const form = await openSheet(page);
  await form.getByLabel("Choose files").setInputFiles(files.map((name) => `tests/fixtures/files/${name}`));
  await form.getByLabel("What it shows").last().fill("Messages from the account");
  await form.getByLabel("How it was captured").selectOption({ index: 1 });
  await form.getByLabel("How it was obtained").selectOption({ index: 1 });
  await form.getByRole("button", { name: `Upload ${files.length} files` }).click();
  for (let n = 1; n <= files.length; n++) {
    await expect(main.getByText(`E-${String(n).padStart(2, "0")}`).first()).toBeVisible({ timeout: 60_000 });
  }
}

type Number = { kind: string; raw: string; via: string; platform?: boolean };

export async function recordNumber(page: Page, caseId: string, { kind, raw, via, platform }: Number): Promise<void> {
  await page.goto(`/cases/${caseId}/references?kind=${kind}`);
  const form = page.locator("main").getByRole("form", { name: "Record a number" });
  await form.getByRole("textbox", { name: /^The number/ }).fill(raw);
  if (platform) await form.getByLabel("Who gave it").fill("X");
  await form.getByLabel("How it came").selectOption(via);
  await form.getByRole("button", { name: "Save the number" }).click();
  await expect(page.locator("main")).toContainText("Saved");
}

/** Reads the numbers out of a message and saves what was found. */
export async function pasteMessage(page: Page, caseId: string, message: string): Promise<void> {
  await page.goto(`/cases/${caseId}/references/paste`);
  const form = page.locator("main").getByRole("form", { name: "Paste a message" });
  await form.getByLabel("Message").fill(message);
  await form.getByRole("button", { name: "Find the numbers" }).click();
  await form.getByRole("button", { name: /^Save / }).click();
  await expect(page.locator("main")).toContainText("Saved");
}

export async function noteSent(
  page: Page,
  caseId: string,
  step: string,
  { on, at }: { on: string; at?: string },
): Promise<void> {
  await page.goto(`/cases/${caseId}/ladder/${step}`);
  const form = page.getByRole("form", { name: "Mark as sent" });
  if (!(await form.isVisible())) await page.getByText("Mark as sent").first().click();
  await form.getByLabel("Sent or given on").fill(on);
  if (at) await form.getByLabel(/^At/).fill(at);
  for (const box of await form.getByRole("checkbox").all()) await box.check();
  await form.getByRole("button", { name: "Mark as sent" }).click();
  await expect(page.locator("#history")).toContainText(/Sent, \d/);
}

type Reply = { note: string; means?: string; outcome?: string };

/** Logs on the page of a step what was heard, and what it means. */
export async function logReply(page: Page, { note, means, outcome }: Reply): Promise<void> {
  const form = page.getByRole("form", { name: "Log a call, letter or reply" });
  if (!(await form.isVisible())) await page.getByText("Log a call, letter or reply").first().click();
  await form.getByLabel("What was said or written").fill(note);
  if (means) await form.getByRole("radio", { name: means }).check();
  if (outcome) await form.getByLabel("What was answered, in a few words").fill(outcome);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#history")).toContainText(note);
}

/** Logs what was heard; the first of it begins the step. */
export async function noteContact(page: Page, caseId: string, step: string, words: string): Promise<void> {
  await page.goto(`/cases/${caseId}/ladder/${step}`);
  const begins = page.getByRole("radio", { name: "Work on it has begun", includeHidden: true });
  await logReply(page, { note: words, means: (await begins.count()) ? "Work on it has begun" : undefined });
}

type Refusal = { step: string; office: string; when: string };

export async function logRefusal(page: Page, caseId: string, { step, office, when }: Refusal): Promise<void> {
  await page.goto(`/cases/${caseId}/refusals?step=${step}`);
  await sendRefusal(page, office, when);
  await expect(page.locator("main")).toContainText(office);
}

/** Fills the form of the page of refusals and sends it; whether it arrives is for who calls to say. */
export async function sendRefusal(page: Page, office: string, when: string): Promise<void> {
  const form = page.getByRole("form", { name: "Log a refusal" });
  if (!(await form.isVisible())) await page.getByText("Log a refusal").first().click();
  await form.getByLabel("Station or office").fill(office);
  await form.getByLabel("Day and time").fill(when);
  await form.getByLabel("Officer’s rank and name").fill("Constable Fictional");
  await form.getByLabel("Force number").fill("0000982-1");
  await form.getByLabel("Words used").fill("It happened online, so we do not open a docket.");
  await form.getByRole("button", { name: "Log the refusal" }).click();
}

export async function settleRefusal(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/refusals`);
  const form = page.getByRole("form", { name: /^Settle refusal/ });
  if (!(await form.isVisible()))
    await page
      .getByText(/^Settle/)
      .first()
      .click();
  await form.getByLabel("How").fill("The number came after all.");
  await form.getByRole("button", { name: /^Settle refusal/ }).click();
  await expect(page.locator("main")).toContainText("The number came after all.");
}

export async function recordAuthority(page: Page, caseId: string, process: string, exhibit: string): Promise<void> {
  await page.goto(`/cases/${caseId}/releases`);
  const form = page.getByRole("form", { name: "Record a written authority" });
  if (!(await form.isVisible())) await page.getByText("Record a written authority").first().click();
  await form.getByLabel("What the client allows").selectOption(process);
  await form.getByLabel("The signed paper").selectOption({ index: Number(exhibit.slice(2)) });
  await form.getByRole("radio", { name: /client/i }).check();
  await form.getByLabel("Signed on").fill(daysAgo(1));
  await form.getByRole("button", { name: "Record the authority" }).click();
  await expect(page.locator("main")).toContainText(/A-\d|AUTH-\d|Signed by/);
}

export async function swear(page: Page, paper: string, exhibit: string): Promise<void> {
  await page.goto(paper);
  await page.getByText("Note that it was sworn or declared").first().click();
  const form = page.getByRole("form", { name: "Note that it was sworn or declared" });
  await form.getByLabel("The signed original").selectOption({ index: Number(exhibit.slice(2)) });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#state")).toContainText("Sworn on");
}

/** Notes that a paper went out, with the weighing that it asks for. */
export async function lodged(page: Page, paper: string): Promise<void> {
  await page.goto(paper);
  await page.getByText("Mark as sent").first().click();
  const form = page.getByRole("form", { name: "Mark as sent" });
  for (const box of await form.getByRole("checkbox").all()) await box.check();
  await form.getByRole("button", { name: "Note as sent" }).click();
  await expect(page.locator("#state")).toContainText("Sent on");
}

type Kept = { askedOn: string; acceptedOn: string };

/** What an officer asked of the company, as we record it, and what the forecast makes of it. */
export async function askedToKeep(page: Page, caseId: string, { askedOn, acceptedOn }: Kept): Promise<void> {
  await page.goto(`/cases/${caseId}/deadlines`);
  await page
    .getByText(/: record a request$/)
    .first()
    .click();
  const form = page.getByRole("form", { name: /^Record a request for/ }).first();
  await form.getByLabel("Which office asked").fill("Detectives, Voorbeeldfontein");
  await form.getByLabel("Asked on").fill(askedOn);
  await form.getByLabel("Accepted on").fill(acceptedOn);
  await form.getByRole("button").last().click();
  await expect(page.locator("#kept tbody")).toContainText("Asked by Detectives, Voorbeeldfontein");
  await expect(page.locator("main")).toContainText(/Kept until/);
}
