import { expect, test } from "@playwright/test";
import { closeWindows, windowAs } from "./support/evidence";
import { idBehind } from "./support/found-ids";

const casePath = /^\/cases\/([0-9a-f-]{36})$/;

test.afterEach(closeWindows);

test("whoever a case is about gets a neutral letter; a restricted case draws no forms until it is lifted", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const page = await windowAs(browser, /^Supervisor/);
  const main = page.locator("main");
  const caseId = await idBehind(page, "/cases?q=Sugarbush", casePath, "Sugarbush");

  await test.step("a request is written down from the case, and only refusing is offered", async () => {
    await page.goto(`/requests?case=${caseId}#record`);
    const form = main.getByRole("form", { name: "Record a request" });
    await expect(main.locator("#request-caseCode")).toHaveValue(/^CD-/);
    await form.getByRole("radio", { name: "Access: what is kept about me" }).check();
    await form.getByRole("radio", { name: "The person whom a case is about" }).check();
    await form.getByLabel("What they ask, in their words").fill("Send me what she said about me.");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText(/Recorded as request \d+/)).toBeVisible();
    const message = await form.getByText(/Recorded as request \d+/).textContent();
    await main.getByRole("link", { name: new RegExp(`^Request ${message?.match(/\d+/)?.[0]}: Access`) }).click();
    const decide = main.getByRole("form", { name: /^Decide about request/ });
    await expect(decide.getByRole("radio", { name: "Grant it" })).toHaveCount(0);
    await decide.getByRole("radio", { name: "Refuse it" }).check();
    await decide.getByLabel("Why").fill("Nothing of the client goes to him");
    for (const box of await decide.getByRole("checkbox").all()) await box.check();
    await decide.getByRole("button", { name: "Decide" }).click();
    await expect(main.getByText("does not say whether any information is kept")).toBeVisible();
    await expect(main.getByRole("button", { name: "Make the folder" })).toHaveCount(0);
  });

  await test.step("the case is restricted, read without forms, and lifted again", async () => {
    await page.goto(`/cases/${caseId}/keeping`);
    const form = main.getByRole("form", { name: "Restrict the case" });
    await form.getByLabel("Why it is restricted").fill("The client contests the dates");
    await form.getByRole("button", { name: "Restrict the case" }).click();
    await expect(main.getByText(/^Restricted since/)).toBeVisible();
    await page.goto(`/cases/${caseId}/incidents`);
    await expect(main.getByText(/^Restricted since/)).toBeVisible();
    await expect(main.getByRole("form", { name: "Log an incident" })).toHaveCount(0);
    await page.goto(`/cases/${caseId}/keeping`);
    const lift = main.getByRole("form", { name: "Lift the restriction" });
    await lift.getByLabel("Why it is lifted").fill("The dates were put right");
    await lift.getByRole("button", { name: "Lift the restriction" }).click();
    await expect(main.getByText(/^Restricted since/)).toHaveCount(0);
  });
});
