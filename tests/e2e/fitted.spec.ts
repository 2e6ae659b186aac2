import { randomInt } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { faultsOf } from "./support/accessible";
import { openCase } from "./support/case";
import { daysAgo, sendRefusal } from "./support/climb";
import { type OpenWindow, plantTeam } from "./support/own-team";

const run = randomInt(1_000, 9_999);
const station = `Voorbeeldkloof ${run}`;
let windowAs: OpenWindow;

test.beforeAll(async () => {
  windowAs = await plantTeam("Fitted Example");
});

test("a field and a role of the organisation's own and an imported directory are used together", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const admin = await windowAs(browser, "admin");
  const supervisor = await windowAs(browser, "supervisor");

  await test.step("an administrator adds a field and imports a directory", async () => {
    await admin.goto("/admin/fields");
    // Without a field it is open already.
    const form = admin.getByRole("form", { name: "Add a field" });
    await form.getByLabel("Belongs to").selectOption("Cases");
    await form.getByLabel("What is typed or chosen").selectOption("Short text");
    await form.getByLabel("Label").fill("Ward");
    await form.getByRole("button", { name: "Add the field" }).click();
    await expect(admin.locator("#fields-case h3")).toHaveText("Ward");
    await admin.goto("/bodies/import");
    const rows = [
      "Kind,Country,Name,Province,Phone,Source,Date read,How sure",
      `Police station,South Africa,${station},Gauteng,011 000 0100,stations.example,2026-11-20,V2`,
    ];
    const file = { name: "stations.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) };
    await admin.getByLabel("File").setInputFiles(file);
    await admin.getByRole("button", { name: "Read the file" }).click();
    await admin.getByRole("button", { name: "Import the list" }).click();
    await expect(admin.locator("main")).toContainText("1 added, 0 taken over, 0 left out.");
  });

  await test.step("and asks for a role without charges, which a supervisor confirms", async () => {
    await admin.goto("/admin/roles");
    await admin.getByText("Built on Caseworker").click();
    const form = admin.getByRole("form", { name: "A role built on Caseworker" });
    await form.getByLabel("Name of the role").fill("Volunteer");
    await form.getByLabel("Charges").uncheck();
    await confirmAndPress(form, "Ask for this role");
    await expect(admin.locator("#waiting")).toContainText(/Without: .*Charges/);
    await expect(admin.locator("#waiting")).not.toContainText("Release it");
    await confirm(supervisor);
    await expect(supervisor.locator("#matrix")).toContainText("Taken away");
    expect(await faultsOf(supervisor)).toEqual([]);
  });

  const worker = await windowAs(browser, "caseworker");
  const caseId = await openCase(worker, `Korhaan ${run}`);
  await worker.goto(`/cases/${caseId}/charges`);
  await expect(worker.locator("main")).not.toContainText("Not visible to your role");

  await test.step("she gives the role to a caseworker, by two people again", async () => {
    await admin.goto("/admin/roles");
    const form = admin.getByRole("form", { name: "Give somebody a role of your own" });
    await form.getByLabel("Person").selectOption({ label: "caseworker Fictional, Caseworker" });
    await form.getByLabel("Role").selectOption({ label: "Volunteer (Caseworker)" });
    await confirmAndPress(form, "Ask for this");
    await expect(admin.locator("#waiting")).toContainText("gets the role Volunteer");
    await confirm(supervisor);
    await supervisor.goto("/admin/audit");
    await expect(supervisor.locator("main")).toContainText(/role/i);
  });

  await test.step("the caseworker's next click shows no charges; the field and the station work", async () => {
    await worker.reload();
    await expect(worker.locator("main")).toContainText("Not visible to your role");
    await worker.goto(`/cases/${caseId}`);
    const own = worker.locator("#own-fields");
    await own.locator("summary").click();
    await own.getByLabel("Ward").fill("Ward 147");
    await own.getByRole("button", { name: "Save the fields" }).click();
    await expect(own).toContainText("Ward 147");
    await worker.goto(`/cases/${caseId}/refusals?step=csc-report`);
    await sendRefusal(worker, `SAPS ${station.toUpperCase()}`, `${daysAgo(1)}T10:15`);
    await expect(worker.locator("main").getByRole("link", { name: station, exact: true })).toBeVisible();
  });
});

async function confirmAndPress(form: ReturnType<Page["getByRole"]>, button: string): Promise<void> {
  const tick = form.getByLabel("Confirm it is you");
  if (await tick.isVisible()) await tick.check();
  await form.getByRole("button", { name: button }).click();
}

/** The second person releases what waits. */
async function confirm(supervisor: Page): Promise<void> {
  await supervisor.goto("/admin/roles");
  const waiting = supervisor.locator("#waiting");
  await waiting.getByLabel("Confirm it", { exact: true }).check();
  await confirmAndPress(waiting, "Decide");
  await expect(waiting).toHaveCount(0);
}
