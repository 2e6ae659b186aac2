import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { formFile } from "../support/form-file";
import { flatPagesOf } from "../support/pdf";
import { faultsOf } from "./support/accessible";
import { openCase } from "./support/case";
import { closeWindows, somebody } from "./support/evidence";
import { plantTeam } from "./support/own-team";

const run = randomInt(10_000, 99_999);

test.afterEach(closeWindows);

test("an administrator maps a body's own form once, and a caseworker fills it", async ({ browser }) => {
  test.setTimeout(240_000);
  const open = await plantTeam("Forms Test Trust");
  const admin = await open(browser, "admin");
  const worker = await open(browser, "caseworker");
  const client = somebody();
  const caseId = await openCase(worker, `Bokmakierie ${run}`, { client });

  await test.step("the administrator uploads it and says whose it is", async () => {
    await admin.goto("/admin/forms");
    const upload = admin.getByRole("form", { name: "Upload a form" });
    await upload
      .locator('input[type="file"]')
      .setInputFiles({ name: "page.pdf", mimeType: "application/pdf", buffer: Buffer.from("<p>no form</p>") });
    await upload.getByRole("button", { name: "Upload the form" }).click();
    await expect(admin.getByText("This is no PDF.")).toBeVisible();
    const buffer = Buffer.from(await formFile());
    await upload.locator('input[type="file"]').setInputFiles({ name: "form.pdf", mimeType: "application/pdf", buffer });
    await upload.getByRole("button", { name: "Upload the form" }).click();
    await expect(admin).toHaveURL(/\/admin\/forms\/[0-9a-f-]{36}$/);
    const details = admin.getByRole("form", { name: "What form it is" });
    await details.getByLabel("Body that publishes it").fill("Invented Office");
    await details.getByLabel("Name of the form").fill(`Application ${run}`);
    await details.getByRole("button", { name: "Save the details" }).click();
    await expect(admin.getByRole("heading", { name: `Application ${run}` })).toBeVisible();
  });

  await test.step("three fields and one position are mapped without a pointer", async () => {
    const map = admin.getByRole("form", { name: "What goes where" });
    await row(map, "Field 1: applicant", { what: "case number" });
    await row(map, "Field 2: story", { what: "What happened, act by act" });
    await row(map, "Field 3: urgent", { what: "Ticked by an answer", words: "Is it urgent?", answer: "Yes" });
    const added = map.locator("details").filter({ hasText: "New position 1" });
    await added.locator("summary").click();
    await added.getByLabel("From the left, mm").fill("56");
    await added.getByLabel("From the top, mm").fill("82,5");
    await added.getByLabel("What this is for").fill("File number");
    await added.getByLabel("What goes here").selectOption({ label: "Fixed words" });
    await map.getByRole("button", { name: "Save the mapping" }).click();
    await expect(map.getByText("Type what is always written.").first()).toBeVisible();
    await added.getByLabel("Fixed words, or the question").fill(`File ${run}`);
    await map.getByRole("button", { name: "Save the mapping" }).click();
    await expect(map.getByText("Position 1: File number")).toBeVisible();
    await seen(admin, "Page 1 of the form with an invented case");
    expect(await faultsOf(admin)).toEqual([]);
  });

  await test.step("the caseworker fills it, and sees what is not filled", async () => {
    await worker.goto(`/cases/${caseId}/documents`);
    await worker.getByRole("link", { name: new RegExp(`Fill it ?: Application ${run}`) }).click();
    await worker.getByRole("radio", { name: "Yes" }).check();
    expect(await faultsOf(worker)).toEqual([]);
    await worker.getByRole("button", { name: "Fill this form" }).click();
    await expect(worker.getByRole("heading", { name: `F-01 Application ${run}` })).toBeVisible();
    await expect(worker.locator("#missing")).toContainText("language: isiZulu");
    await seen(worker, "Page 1 of the filled form");
    expect(await faultsOf(worker)).toEqual([]);
  });

  await test.step("what was written is on the form, and its own words are untouched", async () => {
    const [file] = await Promise.all([
      worker.waitForEvent("download"),
      worker.getByRole("link", { name: "Download the PDF" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/_F-01_v1\.pdf$/);
    const [page = ""] = await flatPagesOf(readFileSync(await file.path()));
    expect(page).toContain("Application to the Invented Office");
    expect(page).toContain(`File ${run}`);
    expect(page).toMatch(/[A-Z]+-\d\d-\d+/);
  });
});

/** Fills in one row of the mapping. */
async function row(
  map: ReturnType<Page["getByRole"]>,
  title: string,
  to: { what: string; words?: string; answer?: string },
) {
  const details = map.locator("details").filter({ hasText: title });
  await details.locator("summary").click();
  await details.getByLabel("What goes here").selectOption({ label: to.what });
  if (to.words) await details.getByLabel("Fixed words, or the question").fill(to.words);
  if (to.answer) await details.getByLabel("The answer with which a box is ticked").fill(to.answer);
}

/** The picture came. */
async function seen(page: Page, alt: string): Promise<void> {
  const picture = page.getByAltText(alt);
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth), { timeout: 60_000 })
    .toBeGreaterThan(400);
}
