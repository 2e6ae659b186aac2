import { expect, type Page, test } from "@playwright/test";
import { faultsOf } from "./support/accessible";
import { closeWindows, windowAs } from "./support/evidence";
import { idBehind } from "./support/found-ids";

const uuid = "[0-9a-f-]{36}";
const casePath = new RegExp(`^/cases/(${uuid})$`);

test.afterEach(closeWindows);

test("a case is reviewed, a packet returned and one approved, two cases are given away and one is accepted", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const supervisor = await windowAs(browser, /^Supervisor/);
  const worker = await windowAs(browser, /^Caseworker/);

  await test.step("the supervisor writes a note that wants an answer; the caseworker finds it on My work", async () => {
    const caseId = await idBehind(supervisor, "/cases?q=Karee", casePath, "Karee");
    await supervisor.goto(`/cases/${caseId}/reviews`);
    const form = supervisor.getByRole("form", { name: "Write a review note" });
    await form.getByLabel("Note", { exact: true }).fill("Which account wrote first?");
    await form.getByLabel("Wants an answer").check();
    await form.getByRole("button", { name: "Save the review note" }).click();
    await expect(supervisor.locator("main")).toContainText("Waits for the caseworker");
    await worker.goto("/");
    await worker
      .locator("#today")
      .getByRole("link", { name: /Which account wrote first/ })
      .click();
    const answer = worker.getByRole("form", { name: "Answer the note" }).first();
    await answer.getByLabel("Answer").fill("The one on the photo service, on 3 October.");
    await answer.getByRole("button", { name: "Save the answer" }).click();
    await expect(worker.locator("main")).toContainText("Answered, waits for a supervisor");
    await supervisor.goto("/");
    await supervisor
      .locator("#today")
      .getByRole("link", { name: /Which account wrote first/ })
      .click();
    await expect(supervisor.locator("main")).toContainText("The one on the photo service, on 3 October.");
    await supervisor.getByRole("button", { name: "Close the note" }).click();
    await expect(supervisor.locator("main")).toContainText("Closed by Ruth Adams");
  });

  await test.step("of the packets that wait, one goes back with what has to change; the caseworker finds it", async () => {
    await openWaiting(supervisor, /^Weaver, /);
    await supervisor.getByRole("button", { name: "Return to the author" }).click();
    await expect(supervisor.locator(".field--error")).toBeVisible();
    await supervisor.getByLabel("What has to change").fill("Name the officer who refused.");
    await supervisor.getByRole("button", { name: "Return to the author" }).click();
    await expect(supervisor.locator("#history")).toContainText("Returned to the author by Ruth Adams");
    await worker.goto("/");
    await worker
      .locator("#today")
      .getByRole("link", { name: /Returned$/ })
      .filter({ hasText: "Weaver" })
      .click();
    await expect(worker.locator("#history")).toContainText("Name the officer who refused.");
  });

  await test.step("one is approved, with a reason for each gap, and may be handed over", async () => {
    await openWaiting(supervisor, /^Cardinal, /);
    const form = supervisor.getByRole("form", { name: "Approve the packet" });
    for (const box of await form.locator("textarea").all()) await box.fill("Known gap; the prosecutor decides.");
    await form.getByLabel("Confirm it is you").check();
    await form.getByRole("button", { name: /^Approve/ }).click();
    await expect(supervisor.locator("#history")).toContainText("Approved by Ruth Adams", { timeout: 60_000 });
    await supervisor.goto("/approvals");
    await expect(supervisor.locator("main")).not.toContainText(/Cardinal|Weaver/);
  });

  await test.step("two cases go from the team board to a colleague, who sees them", async () => {
    await supervisor.goto("/team");
    await supervisor.locator("main").getByRole("link", { name: "Anele Fortuin", exact: true }).click();
    const pick = supervisor.getByRole("form", { name: "Pick cases of Anele Fortuin" });
    for (const name of [/^Blue Crane/, /^Fish Eagle/]) await pick.getByRole("checkbox", { name }).check();
    await pick.getByRole("button", { name: "Reassign the ticked cases" }).click();
    await assign(supervisor, /^Thandi Mokoena/);
    await expect(supervisor.getByRole("heading", { level: 1 })).toHaveText("Cases for Thandi Mokoena");
    await expect(supervisor.locator("main")).toContainText("2 cases: 2 given.");
    expect(await faultsOf(supervisor)).toEqual([]);
    await worker.goto("/cases?owner=me");
    for (const name of ["Blue Crane", "Fish Eagle"]) await expect(worker.locator("main")).toContainText(name);
  });

  await test.step("a case is offered, and is the colleague's once she accepts it", async () => {
    const caseId = await idBehind(worker, "/cases?q=Sandpiper", casePath, "Sandpiper");
    await worker.goto(`/cases/${caseId}/transfer`);
    const form = worker.getByRole("form", { name: "Offer this case" });
    await form.getByRole("combobox", { name: "Offer it to" }).selectOption({ label: "Ruth Adams" });
    await form.getByRole("button", { name: "Offer this case" }).click();
    await expect(form.locator(".field--error")).toContainText("Say why.");
    await form.getByLabel("Why").fill("You know the prosecutor.");
    await form.getByRole("button", { name: "Offer this case" }).click();
    await expect(worker.getByRole("heading", { name: "Offered to Ruth Adams" })).toBeVisible();
    await supervisor.goto("/");
    await supervisor
      .locator("#today")
      .getByRole("link", { name: /^Sandpiper/ })
      .click();
    const accept = supervisor.getByRole("button", { name: "Accept the case" });
    await expect(accept).toBeVisible();
    expect(await faultsOf(supervisor)).toEqual([]);
    await accept.click();
    await supervisor.waitForURL(new RegExp(`/cases/${caseId}$`));
    await expect(supervisor.getByRole("region", { name: "Case", exact: true })).toContainText("Ruth Adams");
  });
});

test("without script the same pages give the cases back, each with its result", async ({ browser }) => {
  const page = await windowAs(browser, /^Supervisor/, { script: false });
  await giveBack(page, ["Sandpiper"], "Ruth Adams", /^Thandi Mokoena/);
  await expect(page.locator("main")).toContainText("1 case: 1 given.");
  await giveBack(page, ["Blue Crane", "Fish Eagle"], "Thandi Mokoena", /^Anele Fortuin/);
  await expect(page.locator("main")).toContainText("2 cases: 2 given.");
  await page.getByRole("link", { name: /^Blue Crane/ }).click();
  await expect(page.getByRole("region", { name: "Case", exact: true })).toContainText("Anele Fortuin");
});

async function openWaiting(supervisor: Page, named: RegExp): Promise<void> {
  await supervisor.goto("/approvals");
  await supervisor.locator("main").getByRole("link", { name: named }).click();
  await supervisor.waitForURL(new RegExp(`/packets/${uuid}(#decide)?$`));
}

async function giveBack(page: Page, cases: string[], from: string, to: RegExp): Promise<void> {
  await page.goto("/team");
  await page.locator("main").getByRole("link", { name: from, exact: true }).click();
  for (const name of cases) await page.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
  await page.getByRole("button", { name: "Reassign the ticked cases" }).click();
  // Nobody and no reason: each is said at its field, and the ticks stay.
  await page.getByRole("button", { name: "Assign the ticked cases" }).click();
  await expect(page.locator(".field--error")).toHaveCount(2);
  await assign(page, to);
}

async function assign(page: Page, to: RegExp): Promise<void> {
  const form = page.getByRole("form", { name: "Assign cases" });
  const person = form.getByRole("combobox", { name: "New owner" });
  await expect(person).toBeVisible();
  const options = await person.locator("option").allTextContents();
  await person.selectOption({ label: options.find((option) => to.test(option)) ?? "" });
  await form.getByLabel("Why").fill("Fewer for one, more for another.");
  await form.getByRole("button", { name: "Assign the ticked cases" }).click();
  await page.waitForURL(new RegExp(`/cases/assign/${uuid}$`));
}
