import { expect, type Page, test } from "@playwright/test";
import { type OpenWindow, plantTeam } from "./support/own-team";

let windowAs: OpenWindow;

test.beforeAll(async () => {
  windowAs = await plantTeam("Fields Example");
});

test("an administrator adds fields and fits a list, a caseworker fills them in, and what is for supervisors stays theirs", async ({
  browser,
}) => {
  test.setTimeout(180_000);

  const admin = await windowAs(browser, "admin");

  await test.step("the administrator adds a required choice, an encrypted text, and one for supervisors", async () => {
    await admin.goto("/admin/fields");
    await addField(admin, { kind: "Choice from a list", label: "District", choices: "North\nSouth", required: true });
    await addField(admin, { kind: "Short text", label: "School of the children" });
    await addField(admin, { kind: "Yes or no", label: "Board informed", audience: "Supervisors only" });
    await admin.getByRole("button", { name: "Move School of the children up" }).click();
    const names = admin.locator("#fields-case h3");
    await expect(names).toHaveText(["School of the children", "District", "Board informed"]);
    await admin.getByText("How the form looks").click();
    await expect(admin.locator("#preview-case").getByLabel("District")).toBeVisible();
    await addField(admin, { record: "Incidents", kind: "Short text", label: "Ward" });
  });

  await test.step("she drafts a choice of her own and hides one of ours, looks at the form, and publishes", async () => {
    await admin.goto("/admin/lists");
    await admin.getByRole("link", { name: "What the subject did" }).click();
    await admin.locator("details#add summary").first().click();
    const add = admin.getByRole("form", { name: "Add a choice" });
    await add.getByLabel("Words in English").fill("School was told");
    await add.getByLabel("Counts as").selectOption("Personal details published");
    await add.getByRole("button", { name: "Draft the choice" }).click();
    const preview = admin.locator("#draft");
    await expect(preview).toContainText("“School was told” was added.");
    const insult = admin.locator("#choice-insult");
    await insult.locator("summary").first().click();
    await insult.getByLabel("Hide it in forms").check();
    await insult.getByRole("button", { name: "Draft the change" }).click();
    await expect(preview).toContainText("“Insult or hate” was hidden.");
    const offered = preview.getByLabel("What the subject did").locator("option");
    await expect(offered.filter({ hasText: "School was told" })).toHaveCount(1);
    await expect(offered.filter({ hasText: "Insult or hate" })).toHaveCount(0);
    await preview.getByRole("button", { name: "Publish" }).click();
    await expect(preview).toHaveCount(0);
    await expect(admin.locator("#history")).toContainText("“School was told” was added.");
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

  await test.step("an incident is logged with the choice of her own and the field, and says both", async () => {
    const caseUrl = page.url().split("?")[0];
    await page.goto(`${caseUrl}/incidents`);
    const log = main.getByRole("form", { name: "Log an incident" });
    if (!(await log.isVisible())) await main.locator("details#log summary").first().click();
    await expect(log.getByLabel("What it was").locator("option", { hasText: "Insult or hate" })).toHaveCount(0);
    await log.getByLabel("What it was").selectOption("School was told");
    await log.getByLabel("What happened").fill("The head was told that she had left her children");
    await log.getByLabel("Ward").fill("Ward 7");
    await log.getByRole("button", { name: "Log the incident" }).click();
    await expect(main.locator(".timeline")).toContainText("I-1 School was told");
    await expect(main.locator(".timeline")).toContainText("Ward 7");
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

type Added = { record?: string; kind: string; label: string; choices?: string; audience?: string; required?: true };

async function addField(
  admin: Page,
  { record = "Cases", kind, label, choices, audience, required }: Added,
): Promise<void> {
  const add = admin.locator("details#add");
  if ((await add.getAttribute("open")) === null) await add.locator("summary").first().click();
  const form = admin.getByRole("form", { name: "Add a field" });
  await form.getByLabel("Belongs to").selectOption(record);
  await form.getByLabel("What is typed or chosen").selectOption(kind);
  await form.getByLabel("Label").fill(label);
  if (choices) await form.getByLabel("Choices").fill(choices);
  if (audience) await form.getByLabel("Who sees it").selectOption(audience);
  if (required) await form.getByLabel("When it is required").selectOption("Required to open a case");
  await form.getByRole("button", { name: "Add the field" }).click();
  await expect(
    admin.locator(`#fields-${record === "Cases" ? "case" : "incident"} h3`, { hasText: label }),
  ).toBeVisible();
}
