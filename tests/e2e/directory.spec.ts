import { randomInt } from "node:crypto";
import { expect, test } from "@playwright/test";
import { faultsOf } from "./support/accessible";
import { openCase } from "./support/case";
import { daysAgo, sendRefusal } from "./support/climb";
import { closeWindows, windowAs } from "./support/evidence";

const run = randomInt(1_000, 9_999);
const station = `Voorbeeldrand ${run}`;

test.afterEach(closeWindows);

test("an imported station is corrected, confirmed, used for a refusal and counted in the reports", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const admin = await windowAs(browser, /^Administrator/);
  const main = admin.locator("main");

  await test.step("the administrator imports a list with a fault, corrects the row and brings it in", async () => {
    await admin.goto("/bodies/import");
    const rows = [
      "Kind,Country,Name,Province,Phone,Source,Date read,How sure",
      `Police station,South Africa,${station},Gauteng,call them,stations.example,2026-11-20,V2`,
    ];
    const file = { name: "stations.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) };
    await admin.getByLabel("File").setInputFiles(file);
    await admin.getByRole("button", { name: "Read the file" }).click();
    await expect(main).toContainText("Use digits, such as 021 000 0100.");
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByRole("link", { name: `Row 2: ${station}` }).click();
    await admin.waitForURL(/\/rows\/2$/);
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByLabel("Phone").fill("011 000 0100");
    await admin.getByRole("button", { name: "Save and check" }).click();
    await expect(main).toContainText("1 new, 0 that differ");
    await admin.getByRole("button", { name: "Import the list" }).click();
    await expect(main).toContainText("1 added, 0 taken over, 0 left out.");
  });

  await test.step("and confirms it in the directory", async () => {
    await admin.goto("/bodies");
    await admin.getByRole("searchbox", { name: "Search the directory" }).fill(station);
    await admin.keyboard.press("Enter");
    await admin.getByRole("checkbox", { name: `Choose ${station}` }).check();
    await admin.getByRole("button", { name: "Confirm the ticked entries" }).click();
    await expect(main).toContainText("Confirmed: 1 entry.");
    await admin.getByRole("link", { name: station, exact: true }).click();
    await expect(main.getByRole("link", { name: "011 000 0100" })).toHaveAttribute("href", "tel:0110000100");
  });

  await test.step("a caseworker records a refusal there, in another spelling", async () => {
    const worker = await windowAs(browser, /^Caseworker/);
    const caseId = await openCase(worker, `Korhaan ${run}`);
    await worker.goto(`/cases/${caseId}/refusals?step=csc-report`);
    await sendRefusal(worker, `SAPS ${station.toUpperCase()}`, `${daysAgo(1)}T10:15`);
    await expect(worker.locator("main").getByRole("link", { name: station, exact: true })).toBeVisible();
  });

  await test.step("a supervisor sees it under the station's name", async () => {
    const supervisor = await windowAs(browser, /^Supervisor/);
    await supervisor.goto("/reports");
    await expect(supervisor.getByRole("row", { name: new RegExp(station) }).first()).toBeVisible();
  });
});
