import { expect, test } from "@playwright/test";
import { openCase } from "./support/case";
import { closeWindows, somebody, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

test("an offence is named and its facts are linked: focus goes on with the work, and nothing is lost unasked", async ({
  browser,
}) => {
  const page = await windowAs(browser, /^Caseworker/);
  const caseId = await openCase(page, `Francolin ${Date.now() % 100_000}`, { client: somebody() });
  const main = page.locator("main");
  await page.goto(`/cases/${caseId}/charges`);

  await test.step("what is wrong is said at the picker; the first that is named leaves the form as it stands", async () => {
    const form = main.getByRole("form", { name: "Add a charge" });
    await form.getByRole("button", { name: "Name the offence" }).click();
    await expect(form.getByRole("combobox")).toHaveAttribute("aria-invalid", "true");
    // Each line names both offences, for a closed list shows no heading of a group.
    await expect(form.getByRole("combobox").getByRole("option").nth(1)).toHaveText(/^[^(]+\(.+\) with .+\(.+\)$/);
    await form.getByRole("combobox").selectOption({ index: 1 });
    await form.getByRole("button", { name: "Name the offence" }).click();
    await expect(form.getByText("Offence named.")).toBeVisible();
  });

  const form = main.getByRole("form", { name: /^Link evidence to / });
  const opened = main.locator("#tie-1");
  await test.step("what is opened takes focus, and so does the next gap when one is passed over", async () => {
    await main.getByRole("link", { name: /^Link evidence to the elements of / }).click();
    await page.waitForURL(/part=home-/);
    const first = page.url();
    await expect(opened).toBeFocused();
    await form.getByRole("button", { name: "Save and go to the next gap" }).click();
    await page.waitForURL(({ href }) => href !== first && /part=(home|there)-/.test(href));
    await expect(opened).toBeFocused();
  });

  await test.step("what is taken off again is not lost by leaving, and focus does not fall to the top", async () => {
    const group = form.getByRole("group", { name: "Incidents that support it" });
    await group.getByRole("checkbox").first().check();
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.getByText("Evidence linked to the element.")).toBeVisible();
    await group.getByRole("button", { name: "Remove I-1" }).click();
    await expect(group.getByRole("status").first()).toHaveText("No incident linked yet");
    await expect(group).toBeFocused();
    const asked = page.waitForEvent("dialog");
    const leaving = main
      .getByRole("link", { name: /^(Link evidence|Change) / })
      .first()
      .click({ noWaitAfter: true });
    await (await asked).dismiss();
    await leaving;
    await expect(group.getByRole("checkbox").first()).not.toBeChecked();
  });
});
