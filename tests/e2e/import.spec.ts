import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { csvOf, listHeaders, listRow } from "../support/list-rows";
import { closeWindows, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

test("a supervisor brings in a list, corrects a row, runs it, works on a case and takes its folder", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const page = await windowAs(browser, /^Supervisor/);
  const main = page.locator("main");
  const rows = Array.from({ length: 10 }, () => listRow());
  const bad = [listRow({ Matter: "" }), listRow({ Risk: "purple" })];
  const list = csvOf([listHeaders, ...rows, ...bad], ";");

  await page.goto("/cases");
  await main.getByRole("link", { name: "Import" }).click();
  await page.waitForURL(/\/cases\/import$/);
  await main
    .getByLabel("File")
    .setInputFiles({ name: "old list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await main.getByRole("button", { name: "Read the file" }).click();
  await page.waitForURL(/\/cases\/import\/[0-9a-f-]{36}$/);

  // The columns were guessed; the person only has them checked.
  await expect(main.getByLabel("Client name")).toHaveValue("client.name");
  await main.getByRole("button", { name: "Check the rows" }).click();
  await expect(main.getByRole("heading", { name: "Checked", exact: true })).toBeVisible();
  await expect(main.getByText("Say in one sentence what happened.")).toBeVisible();

  const downloading = page.waitForEvent("download");
  await main.getByRole("link", { name: "Download the rows to correct" }).click();
  expect(await readFile(await (await downloading).path(), "utf8")).toContain('"What to correct"\r\n12,');

  await main.getByRole("link", { name: "Row 12, Needs correction" }).click();
  await main.getByRole("textbox", { name: /^Matter/ }).fill("Threats after a move");
  await main.getByRole("button", { name: "Save and check" }).click();
  await page.waitForURL(/\/cases\/import\/[0-9a-f-]{36}$/);
  await main.getByRole("button", { name: "Import 11 ready rows" }).click();
  await expect(main.getByRole("heading", { name: "Done", exact: true })).toBeVisible({ timeout: 30_000 });

  await main.getByRole("link", { name: /^Imported/ }).click();
  await main.getByRole("link", { name: /^Row 12, / }).click();
  await expect(main.getByText(/Imported from list \d+, row 12 on/)).toBeVisible();
  const caseUrl = page.url();
  await page.goto(`${caseUrl}/references?kind=ncb`);
  const form = page.getByRole("form", { name: "Record a number" });
  await form.getByRole("radio", { name: "Not yet issued" }).check();
  await form.getByRole("button", { name: "Save the number" }).click();
  await expect(form.getByText("Saved: not yet issued")).toBeVisible();

  await page.goto(`${caseUrl}/export`);
  await main.getByLabel("Why").fill("The client asked for her whole file");
  await main.getByLabel("Confirm it is you").check();
  await main.getByRole("button", { name: "Make the folder" }).click();
  const offered = main.getByRole("button", { name: "Download the folder" });
  await expect(offered).toBeVisible();
  const taken = page.waitForEvent("download");
  await offered.click();
  const folder = mkdtempSync(join(tmpdir(), "folder-"));
  execFileSync("python3", ["-m", "zipfile", "-e", await (await taken).path(), folder]);
  const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  expect(sums.length).toBeGreaterThan(30);
  for (const line of sums) {
    const file = readFileSync(join(folder, line.slice(66)));
    expect(createHash("sha256").update(file).digest("hex"), line.slice(66)).toBe(line.slice(0, 64));
  }
  const numbers = JSON.parse(readFileSync(join(folder, "data/references.json"), "utf8")) as { kind: string }[];
  expect(numbers.map(({ kind }) => kind).toSorted()).toEqual(["cas", "ncb"]);
});
