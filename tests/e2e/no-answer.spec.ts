import { expect, test } from "@playwright/test";
import { alive } from "./support/alive";
import { closeWindows, windowAs } from "./support/evidence";
import { openEdit } from "./support/open-edit";

test.afterEach(closeWindows);

test("when no answer comes a form keeps what was typed and says so, and can be sent again", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/);
  await page.goto("/cases");
  await page.locator("main a.rowlink").first().click();
  await expect(page.locator(".casehead")).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/settings`);
  const form = page.getByRole("form", { name: "Change risk" });
  await openEdit(page, "Edit the risk");
  await alive(form);
  const why = form.getByLabel("Why");
  const other = form.getByRole("radio", { checked: false }).first();
  const risk = (await other.getAttribute("value")) ?? "";
  await other.check();
  await why.fill("Words that were typed");

  let answer: "nothing" | "busy" | "the server's" = "nothing";
  await page.route("**/settings", (route) => {
    if (route.request().method() !== "POST" || answer === "the server's") return route.continue();
    return answer === "busy" ? route.fulfill({ status: 503, contentType: "text/html", body: "busy" }) : route.abort();
  });
  for (const what of ["nothing", "busy"] as const) {
    answer = what;
    await form.getByRole("button", { name: "Change risk" }).click();
    // Each failure takes the focus, so this one is told from the one before.
    await expect(form.getByRole("alert")).toBeFocused();
    await expect(form.getByRole("alert")).toContainText("No response");
    await expect(why).toHaveValue("Words that were typed");
    await expect(form.locator(`input[value=${risk}]`)).toBeChecked();
  }
  answer = "the server's";
  await form.getByRole("button", { name: "Change risk" }).click();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await expect(why).toHaveValue("");
});

test("a page with changes asks before it is left, by a link, a key or going back; one without does not", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/);
  await page.goto("/cases");
  await page.locator("main a.rowlink").first().click();
  const menu = page.locator(".casehead details");
  await menu.locator("summary", { hasText: "Actions" }).click();
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu.locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  await menu.getByRole("link", { name: "Change risk or playbook" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await openEdit(page, "Edit the risk");
  const why = page.getByRole("form", { name: "Change risk" }).getByLabel("Why");
  await why.click();
  // As a person types: only then does the browser let the page ask when somebody goes back.
  await why.pressSequentially("Words");
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked += 1;
    return dialog.dismiss();
  });
  await page.getByRole("link", { name: "Timeline" }).first().click();
  await expect.poll(() => asked).toBe(1);
  await page.evaluate(() => history.back());
  await expect.poll(() => asked).toBe(2);
  await why.blur();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect.poll(() => asked).toBe(3);
  await expect(page).toHaveURL(/\/settings$/);
  await expect(why).toHaveValue("Words");
  await why.fill("");
  await page.getByRole("link", { name: "Timeline" }).first().click();
  await expect(page).toHaveURL(/\/timeline$/);
  expect(asked).toBe(3);
});

test("when no answer comes the palette keeps what was typed, and Enter sends it again", async ({ browser }) => {
  const page = await windowAs(browser, /^Caseworker/);
  await page.goto("/cases");
  const box = page.getByRole("combobox", { name: /^Name, number, case/ });
  await expect(async () => {
    if ((await box.count()) === 0) await page.keyboard.press("Control+k");
    await expect(box).toBeFocused({ timeout: 1000 });
  }).toPass();
  const message = `${"Good day, your complaint was received. ".repeat(8)}CAS 987/6/2020`;
  await box.fill(message);
  let isGone = true;
  await page.route("**/cases", (route) =>
    route.request().method() === "POST" && isGone ? route.abort() : route.continue(),
  );
  // The number is new, so recording it is offered first.
  await page
    .getByRole("option", { name: /^Record CAS 987\/6\/2020/ })
    .first()
    .waitFor();
  await page.keyboard.press("End");
  await expect(page.getByRole("option", { name: /^Look for/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "No response" })).toBeVisible();
  await expect(box).toHaveValue(message);
  isGone = false;
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search$/);
  await expect(page.getByLabel("Number, name or message")).toHaveValue(message);
});
