import { expect, type Page, test } from "@playwright/test";
import { type OpenWindow, plantTeam } from "./support/own-team";

let windowAs: OpenWindow;

test.beforeAll(async () => {
  windowAs = await plantTeam("Fields Example");
});

test("an administrator adds fields, a caseworker fills them, and what is for supervisors stays with them", async ({
  browser,
}) => {
  test.setTimeout(180_000);

  await test.step("the administrator adds a required choice, an encrypted text, and one for supervisors", async () => {
    const admin = await windowAs(browser, "admin");
    await admin.goto("/admin/fields");
    await addField(admin, { kind: "Choice from a list", label: "District", choices: "North\nSouth", required: true });
    await addField(admin, { kind: "Short text", label: "School of the children" });
    await addField(admin, { kind: "Yes or no", label: "Board informed", audience: "Supervisors only" });
    await admin.getByRole("button", { name: "Move School of the children up" }).click();
    const names = admin.locator("#fields-case h3");
    await expect(names).toHaveText(["School of the children", "District", "Board informed"]);
    await admin.getByText("How the form looks").click();
    await expect(admin.locator("#preview-case").getByLabel("District")).toBeVisible();
    await admin.context().close();
  });

  const page = await windowAs(browser, "caseworker");
  const main = page.locator("main");

  await test.step("opening a case asks for the choice at its field, and keeps what was typed", async () => {
    await page.goto("/cases/new/details");
    await expect(main.getByText("Board informed")).toHaveCount(0);
    await main.getByLabel("What happened, in one sentence").fill("Threats from an account abroad");
    await main.getByLabel("How can we contact the client safely?").fill("WhatsApp text only");
    await main.getByRole("button", { name: "Open the case", exact: true }).click();
    await expect(main).toContainText("“District” needs an answer.");
    await expect(main.getByLabel("What happened, in one sentence")).toHaveValue("Threats from an account abroad");
    await main.getByLabel("District").selectOption("South");
    await main.locator("#own-fields summary").click();
    await main.getByLabel("School of the children").fill("Voorbeeld Primary");
    await main.getByRole("button", { name: "Open the case", exact: true }).click();
    await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}\?opened/);
  });

  await test.step("the page of the case shows them on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const panel = main.locator("#own-fields");
    await expect(panel).toContainText("Voorbeeld Primary");
    await expect(panel).toContainText("South");
    await expect(panel).not.toContainText("Board informed");
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("the list filters by the choice, and knows neither the text nor the supervisors' field", async () => {
    await page.goto("/cases");
    const filters = main.getByRole("complementary", { name: "Filters" });
    await filters.getByText("More filters").click();
    await expect(filters).not.toContainText("School of the children");
    await expect(filters).not.toContainText("Board informed");
    await filters.getByRole("group", { name: "District" }).getByText("North").click();
    await filters.getByRole("button", { name: "Apply" }).click();
    await expect(main).toContainText("No case fits");
    await filters.getByRole("group", { name: "District" }).getByText("South").click();
    await filters.getByRole("group", { name: "District" }).getByText("North").click();
    await filters.getByRole("button", { name: "Apply" }).click();
    await expect(main.getByRole("table").getByRole("row")).toHaveCount(2);
  });
});

type Added = { kind: string; label: string; choices?: string; audience?: string; required?: true };

async function addField(admin: Page, { kind, label, choices, audience, required }: Added): Promise<void> {
  const add = admin.locator("details#add");
  if ((await add.getAttribute("open")) === null) await add.locator("summary").first().click();
  const form = admin.getByRole("form", { name: "Add a field" });
  await form.getByLabel("Belongs to").selectOption("Cases");
  await form.getByLabel("What is typed or chosen").selectOption(kind);
  await form.getByLabel("Label").fill(label);
  if (choices) await form.getByLabel("Choices").fill(choices);
  if (audience) await form.getByLabel("Who sees it").selectOption(audience);
  if (required) await form.getByLabel("When it is required").selectOption("Required to open a case");
  await form.getByRole("button", { name: "Add the field" }).click();
  await expect(admin.locator("#fields-case h3", { hasText: label })).toBeVisible();
}
