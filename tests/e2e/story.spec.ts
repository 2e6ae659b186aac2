import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { flatPagesOf, qpdfComplaints } from "../support/pdf";
import { answerDanger, nameOffence, openCase, secrets } from "./support/case";
import { addExhibits, daysAgo, logReply, recordNumber } from "./support/climb";
import { closeWindows } from "./support/evidence";
import { handOver } from "./support/factors";
import { confirmOfficer, join, password, setUp, windowOf } from "./support/people";
import { lookAtPictures } from "./support/pictures";

const files = [
  "screenshot.png",
  "photo.jpg",
  "letter.pdf",
  "message.eml",
  "photo-truncated.jpg",
  "letter-password.pdf",
  "garbage.pdf",
  "empty.bin",
];

test.afterEach(closeWindows);

test("an advocate takes one case from the first run to the officer's own number", async ({ browser }) => {
  test.setTimeout(360_000);
  const [admin, worker, supervisor, officer] = [
    await windowOf(browser),
    await windowOf(browser),
    await windowOf(browser),
    await windowOf(browser),
  ] as const;

  await test.step("1. the first run, invitations, signing in", async () => {
    await setUp(admin);
    await join(admin, worker, { name: "Thandi Fictional", email: "thandi@story.example", role: "Caseworker" });
    await join(admin, supervisor, { name: "Sipho Fictional", email: "sipho@story.example", role: "Supervisor" });
    await join(admin, officer, { name: "Naledi Fictional", email: "naledi@police.example", role: "Police liaison" });
    await confirmOfficer(supervisor, "Naledi Fictional");
    await expect(officer).toHaveURL(/\/portal/);
  });

  const caseId =
    await test.step("2. search before create, then open the case, which is shown from its top", async () => {
      const opened = await openCase(worker, "Honeybush");
      // The button stood at the end of a long form; what to do first stands at the top of the case.
      await expect.poll(() => worker.evaluate(() => window.scrollY)).toBe(0);
      await expect(worker.locator("#next-step")).toBeInViewport();
      return opened;
    });

  await test.step("3. the ladder: begin, leave out, and a prerequisite that is said", async () => {
    const ladder = worker.locator(".ladder");
    await expect(ladder.getByText("Home: South Africa")).toBeVisible();
    await expect(ladder.getByText("There: United States")).toBeVisible();
    await worker.goto(`/cases/${caseId}/ladder/detective`);
    await expect(worker.locator("main")).toContainText("Opens when");
    await worker.goto(`/cases/${caseId}/ladder/crime-stop`);
    await worker.getByText("Mark as not needed").first().click();
    await worker.getByLabel("Why it is not needed").fill("A docket is what we need.");
    await worker.getByRole("button", { name: "Mark as not needed" }).click();
    await expect(worker.locator("main")).toContainText("Marked as not needed");
  });

  await test.step("5. evidence: real files, streamed, each with label and hash", () =>
    addExhibits(worker, caseId, files));

  await test.step("4. numbers: a CAS number from an SMS, an IC3 id, a report; one box finds the case", async () => {
    await worker.goto(`/cases/${caseId}/ladder/sworn-statement`);
    await logReply(worker, {
      note: "Sworn before a commissioner of oaths.",
      means: "Their answer: it closes the step",
      outcome: "Sworn before a commissioner of oaths.",
    });
    await expect(worker.locator("main")).toContainText("Done");
    await recordNumber(worker, caseId, {
      kind: "cas",
      raw: "Your case: VOORBEELDFONTEIN CAS 214/10/2026. SAPS",
      via: "sms",
    });
    await expect(worker.locator("main .ref").filter({ hasText: "Voorbeeldfontein CAS 214/10/2026" })).toBeVisible();
    await recordNumber(worker, caseId, { kind: "ic3", raw: "4f1c 9a07 e2d8 f012", via: "portal" });
    await recordNumber(worker, caseId, { kind: "platform_report", raw: "XR-0088 213", via: "email" });
    for (const typed of [
      "214/10/2026",
      "cas 214-10-2026",
      "4F1C9A07E2D8F012",
      "xr0088213",
      "Dear sir, re Voorbeeldfontein CAS 214/10/2026 thank you",
    ]) {
      await worker.goto(`/search?q=${encodeURIComponent(typed)}`);
      await expect(worker.locator("body"), typed).toContainText("Honeybush");
    }
    await expect(async () => {
      await worker.goto(`/cases/${caseId}/ladder/csc-report`);
      await expect(worker.locator("#history")).toContainText("Done", { timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
  });

  const packetPath =
    await test.step("6. the packet is built in the background; a second person approves it", async () => {
      await nameOffence(worker, caseId);
      await grantRelease(worker, caseId);
      await answerDanger(worker, caseId);
      const path = await draftPacket(worker, caseId);
      await expect(worker.locator("main")).toContainText("Waiting for approval", { timeout: 120_000 });
      await expect(worker.getByRole("button", { name: /^Approve/ })).toHaveCount(0);
      await lookAtPictures(worker, path);
      await approve(supervisor, path);
      return path;
    });

  await test.step("the packet is whole, and says nothing that is protected", () => checkPacket(supervisor, packetPath));

  await test.step("7. hand over; the officer reads, downloads, acknowledges and gives a number", async () => {
    await worker.goto(packetPath);
    await worker.getByRole("radio", { name: /Naledi/ }).check();
    await handOver(worker);
    await expect(worker.locator("main")).toContainText("Handed over by");
    await answer(officer);
    await worker.goto(packetPath);
    for (const message of ["Opened", "Downloaded", "Acknowledged"]) {
      await expect(worker.locator("main")).toContainText(new RegExp(message, "i"));
    }
    await worker.goto(`/cases/${caseId}/references`);
    await expect(worker.locator("main")).toContainText("HLIO/ENQ/77/2026");
    await expect(worker.locator("main")).toContainText("From the officer");
  });

  await test.step("8. the supervisor sees every case; the officer and the administrator see none", async () => {
    await supervisor.goto("/cases?risk=high");
    await expect(supervisor.locator("main")).toContainText("Honeybush");
    for (const outsider of [officer, admin]) {
      const answer = await outsider.goto(`/cases/${caseId}`);
      expect(answer?.status()).toBe(404);
      expect(await outsider.title()).not.toContain("Honeybush");
    }
    await worker.goto("/");
    await worker.getByRole("button", { name: "Sign out" }).first().click();
    await expect(worker).toHaveURL(/sign-in/);
    await worker.goto(`/cases/${caseId}`);
    await expect(worker).toHaveURL(/sign-in/);
  });
});

async function grantRelease(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/releases`);
  const form = page.getByRole("form", { name: "Record a release" });
  await form.getByLabel("Which office may receive it").selectOption({ label: "Investigating officer" });
  await form.getByLabel("Who may receive it").fill("SAPS Voorbeeldfontein");
  await form.getByRole("checkbox", { name: /Naledi Fictional/ }).check();
  await form.getByLabel("What for").fill("Investigation and a request for records abroad");
  await form.getByRole("radio", { name: "Every exhibit of the case" }).check();
  await form.getByLabel("Basis for sending it over the border").fill("The client's written consent");
  await form.getByLabel("Signed on").fill(daysAgo(2));
  await form.getByRole("button", { name: "Record the release" }).click();
  await expect(page.locator("main")).toContainText("REL-1");
}

async function draftPacket(page: Page, caseId: string): Promise<string> {
  await page.goto(`/cases/${caseId}/packets/new/mla_dossier`);
  const main = page.locator("main");
  await main.getByLabel("Stage").fill("Investigation. Nobody is charged.");
  await main.getByRole("radio", { name: /nothing military or political/ }).check();
  await main.getByRole("radio", { name: "No person under 18 appears" }).check();
  await main.getByLabel("Purpose").fill("To identify who used the account. عائشة, 李小龙, 🦊");
  await main.getByRole("button", { name: "Check first" }).click();
  await expect(main).toContainText("M-01");
  await main.getByRole("button", { name: /^Build version/ }).click();
  await page.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function approve(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const form = page.getByRole("form", { name: "Approve the packet" });
  for (const box of await form.locator("textarea").all()) await box.fill("Known gap; the prosecutor decides.");
  await form.getByLabel("Your password").fill(password);
  await form.getByRole("button", { name: /^Approve/ }).click();
  await expect(page.getByRole("button", { name: /^Hand over version/ })).toBeVisible({ timeout: 120_000 });
}

async function checkPacket(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  const file = await (await coming).path();
  const bytes = new Uint8Array(await readFile(file));
  const pages = await flatPagesOf(bytes);
  const text = pages.join("\n");
  for (const value of Object.values(secrets)) expect(text, value).not.toContain(value);
  expect(text).toContain("This is not a request by a state.");
  pages.forEach((page, i) => {
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
  });
  for (let n = 1; n <= files.length; n++) expect(text).toContain(`E-${String(n).padStart(2, "0")}`);
  for (const words of ["李小龙", "Ndiyakwazi apho uhlala khona", "🔪"]) expect(text).toContain(words);
  // A reader gets Arabic in the order it is rendered, so each letter is looked for; none may be missing or shown as a code.
  for (const letter of "عائشة") expect(text).toContain(letter);
  expect(text).not.toContain("[U+");
  expect(text).toContain("approved by S-03");
  expect(qpdfComplaints(bytes) ?? []).toEqual([]);
}

async function answer(page: Page): Promise<void> {
  await page.goto("/portal");
  await page
    .locator("main")
    .getByRole("link", { name: /MLA pre-request dossier/ })
    .click();
  await page.waitForURL(/\/portal\/[0-9a-f-]{36}/);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  expect((await (await coming).path()).length).toBeGreaterThan(0);
  // What the officer may do next opens once the packet was read.
  await page.reload();
  await page.getByRole("button", { name: "Acknowledge receipt" }).click();
  await expect(page.locator("main")).toContainText("You acknowledged receipt");
  await page.getByText("Add a number", { exact: true }).click();
  await page.getByLabel("Kind").selectOption({ label: "DPCI (Hawks) enquiry number" });
  await page.getByLabel("Number", { exact: true }).fill("HLIO/ENQ/77/2026");
  await page.getByRole("button", { name: "Save number" }).click();
  await expect(page.locator("main")).toContainText("HLIO/ENQ/77/2026");
}
