import { expect, type Page, test } from "@playwright/test";
import { flatPagesOf } from "../support/pdf";
import { openCase } from "./support/case";
import { closeWindows, hide, somebody, windowAs } from "./support/evidence";
import { enrol } from "./support/factors";
import { plantOrganisation } from "./support/organisation";
import { password, signIn } from "./support/people";

test.afterEach(closeWindows);

const minutes = (count: number) => count * 60_000;
type Client = ReturnType<typeof somebody>;

/** A caseworker at a client's page with the details shown, and words of their own in a form of the same page. */
async function atRevealed(page: Page, client: Client): Promise<string> {
  const caseId = await openCase(page, `Lockbird ${client.name.slice(-6)}`, { client });
  await page.clock.install();
  await page.goto(await clientOf(page, caseId));
  const form = page.getByRole("form", { name: "Show protected details" });
  await form.getByLabel("Why do you need to see them?").fill("To fill in form 1");
  const tick = form.getByLabel("Confirm it is you");
  if (await tick.isVisible()) await tick.check();
  await form.getByRole("button", { name: "Show the details" }).click();
  await expect(page.locator("main")).toContainText(client.name);
  await expect(page.locator("main")).toContainText(client.phone);
  await page.getByText("Review or change it").click();
  await page.locator("main").getByLabel("Limits").fill("No letters. Typed before the break.");
  await page.locator("main").getByRole("radio", { name: "Yes" }).first().check();
  return new URL(page.url()).pathname;
}

async function clientOf(page: Page, caseId: string): Promise<string> {
  await page.goto(`/cases/${caseId}/settings`);
  const link = page.locator('a[href^="/clients/"]').first();
  return (await link.getAttribute("href")) ?? "";
}

/** Whatever a person, a screen reader, a printer, the developer tools or the browser's stores would find in this tab. */
async function everythingIn(page: Page): Promise<Record<string, string>> {
  const printed = await page.pdf();
  const reader = await page.context().newCDPSession(page);
  const { nodes } = await reader.send("Accessibility.getFullAXTree");
  // Every string that the page's own script can still reach by an object.
  await reader.send("HeapProfiler.collectGarbage");
  const heap: string[] = [];
  reader.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => heap.push(chunk));
  await reader.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await reader.detach();
  const stores = await page.evaluate(() => [
    JSON.stringify({ ...sessionStorage }),
    JSON.stringify({ ...localStorage }),
    window.name,
    location.href,
    document.title,
    JSON.stringify(history.state),
  ]);
  const { strings } = JSON.parse(heap.join("")) as { strings: string[] };
  return {
    document: await page.content(),
    reader: JSON.stringify(nodes),
    print: (await flatPagesOf(printed)).join(),
    stores: stores.join(),
    memory: strings.join("\n"),
  };
}

async function expectNothingOf(client: Client, page: Page): Promise<void> {
  const secrets = [
    client.name,
    client.phone,
    client.phone.replaceAll(" ", ""),
    client.address,
    "Typed before the break",
  ];
  // The browser takes its time to give back the memory of the page before.
  await expect(async () => {
    const found = await everythingIn(page);
    const left = Object.entries(found).flatMap(([where, text]) =>
      secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret.slice(0, 12)} in ${where}`),
    );
    expect(left).toEqual([]);
  }).toPass({ timeout: 30_000 });
}

async function confirm(page: Page): Promise<void> {
  await page.getByLabel("Confirm it is you").check();
  await page.getByRole("button", { name: "Show the page again" }).click();
}

async function expectTyped(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.locator("main").getByLabel("Limits")).toHaveValue("No letters. Typed before the break.");
  await expect(page.locator("main").getByRole("radio", { name: "Yes" }).first()).toBeChecked();
}

test("the cover takes what was shown out of the page, and only a proof brings back what was typed", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  const client = somebody();
  const path = await atRevealed(page, client);

  await test.step("after ten minutes nothing of the client is left in the tab", async () => {
    await page.clock.fastForward(minutes(11));
    await expect(page.getByRole("heading", { name: "The screen is hidden" })).toBeVisible();
    await expectNothingOf(client, page);
  });
  await test.step("a click alone opens nothing, nor does the address, another tab, the way back or reloading", async () => {
    await page.getByRole("button", { name: "Show the page again" }).click();
    await expect(page.locator("main")).toContainText("Confirm that it is you");
    await page.goto(path);
    await expect(page).toHaveURL(/\/cover$/);
    const other = await page.context().newPage();
    await other.goto(path);
    await expect(other).toHaveURL(/\/cover$/);
    await other.close();
    await page.goBack();
    await expect(page).toHaveURL(/\/cover$/);
    await page.reload();
    await expectNothingOf(client, page);
    const answer = await page.evaluate(async () => {
      const body = JSON.stringify({ text: "a", caseId: null });
      const headers = { "content-type": "application/json" };
      return (await fetch("/api/find", { method: "POST", headers, body })).status;
    });
    expect(answer).toBe(401);
  });
  await test.step("with the proof the page and what was typed are back, and what was shown is not", async () => {
    await confirm(page);
    await expectTyped(page, path);
    await expect(page.locator("main")).not.toContainText(client.phone);
  });
  await test.step("the same after the lock, which signs out", async () => {
    await page.clock.fastForward(minutes(31));
    await expect(page).toHaveURL(/\/sign-in/);
    await expectNothingOf(client, page);
    await page.goBack();
    await expect(page).toHaveURL(/\/sign-in/);
    await expectNothingOf(client, page);
    await page.getByRole("button", { name: /Caseworker/ }).click();
    await expectTyped(page, path);
  });
});

test("outside the demonstration the password or the passkey opens, and a wrong password does not", async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, await plantOrganisation("Cover Test Trust"));
  await enrol(page);
  await page.goto("/admin/settings");
  await hide(page);
  const show = page.getByRole("button", { name: "Show the page again" });
  await page.getByLabel("Your password").fill("another four fictional words");
  await show.click();
  await expect(page.locator("main")).toContainText("not your password");
  await page.goto("/admin/settings");
  await expect(page).toHaveURL(/\/cover$/);
  await page.getByLabel("Your password").fill(password);
  await show.click();
  await expect(page).toHaveURL(/\/admin\/settings$/);
  await hide(page);
  await page.getByRole("button", { name: "Use your passkey instead" }).click();
  await expect(page).toHaveURL(/\/admin\/settings$/);
});

test("somebody else who signs in after the lock finds nothing of what was typed", async ({ browser }) => {
  const page = await windowAs(browser, /Caseworker/);
  const client = somebody();
  await atRevealed(page, client);
  await page.clock.fastForward(minutes(31));
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole("button", { name: /Supervisor/ }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
  await expectNothingOf(client, page);
});

test("after signing out nothing of the client is in the tab, and the way back leads to the sign-in page", async ({
  browser,
}) => {
  const page = await windowAs(browser, /Caseworker/);
  const client = somebody();
  await atRevealed(page, client);
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expectNothingOf(client, page);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expectNothingOf(client, page);
});
