import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { originOf } from "../support/e2e";
import { openCase } from "./support/case";
import { closeWindows, somebody } from "./support/evidence";
import { announcement } from "./support/found-ids";
import { type OpenWindow, plantTeam } from "./support/own-team";

/** A report took 14 clicks and 8 answers on 5 pages when each platform had one form (ux.md, section 6). */
const actsBefore = 22;

test.afterEach(closeWindows);

test("three items on two platforms are reported, refused, appealed and gone, and the ladder shows it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const openWindow = await plantTeam("Take-downs Test Trust");
  const page = await onPhone(browser, openWindow);
  const main = page.locator("main");
  const caseId = await openCase(page, "Finch of the list", { client: somebody() });
  const list = `/cases/${caseId}/takedowns`;

  await test.step("what the case has is offered, and two more addresses are added", async () => {
    await page.goto(list);
    await expect(main).toContainText("Nothing is on the list yet");
    await main.getByRole("button", { name: "Add the ticked items to the list" }).click();
    await expect(row(main, "TD-1")).toContainText("X");
    await main.getByText("Add another address", { exact: true }).click();
    const form = main.getByRole("form", { name: "Add another address" });
    for (const [at, code] of ["TD-2", "TD-3"].entries()) {
      await form.getByLabel("Web address").fill(`https://www.instagram.com/p/finch-${at}/`);
      await form.getByRole("button", { name: "Add to the list" }).click();
      await expect(row(main, code)).toContainText("Instagram");
    }
  });

  await test.step("one report is recorded in half of the acts", async () => {
    const acts = await report(page, list, "TD-2", "IG-2026-0088213");
    expect(acts).toBeLessThanOrEqual(actsBefore / 2);
    await expect(main.locator("#item")).toContainText("Reported");
    await expect(main.locator("#item")).toContainText("IG-2026-0088213");
  });

  await test.step("two reports to platforms that gave no ID are told apart; one gets it later", async () => {
    await report(page, list, "TD-1");
    await report(page, list, "TD-3");
    const later = main.getByRole("form", { name: "Record the report ID" });
    await later.getByLabel("Report ID").fill("IG-2026-0099001");
    await later.getByRole("button", { name: "Record the report ID" }).click();
    await expect(main.locator("#item")).toContainText("IG-2026-0099001");
    await page.goto(`${list}?state=waiting`);
    await expect(main.locator("tbody tr")).toHaveCount(3);
    await expect(row(main, "TD-1")).toContainText("No report ID");
  });

  await test.step("one is refused, and appealed with the text for an appeal", async () => {
    await open(page, list, "TD-2");
    const answer = main.getByRole("form", { name: "Record an answer or an appeal" });
    await answer.getByRole("radio", { name: "Refused to remove it" }).check();
    await answer.getByRole("button", { name: "Record it" }).click();
    await expect(main.locator("#item")).toContainText("Appeal against the platform's decision");
    await expect(main.locator("#text")).toContainText("https://www.instagram.com/p/finch-0/");
    await expect(main.locator("#text").getByRole("link", { name: "Appeal" })).toHaveAttribute("aria-current", "page");
    await expect(answer.getByRole("radio", { name: "We sent an appeal" })).toBeChecked();
    await answer.getByRole("button", { name: "Record it" }).click();
    await expect(main.locator("#item .chip").first()).toContainText("Appealed");
  });

  await test.step("two are gone, with a picture as proof", async () => {
    await keepProof(page, caseId);
    await page.goto(list);
    const looks = main.getByRole("form", { name: "Record a look at the ticked items" });
    await looks.getByLabel("Choose TD-1").check();
    await looks.getByLabel("Choose TD-2").check();
    await looks.getByLabel("Proof").selectOption({ index: 1 });
    await looks.getByRole("button", { name: "Gone" }).click();
    await expect(row(main, "TD-2")).toContainText("Removed");
    await open(page, list, "TD-2");
    await expect(main.locator("#history")).toContainText("Proof: E-01");
  });

  await test.step("the step on the ladder says what its items say", async () => {
    await page.goto(`/cases/${caseId}/ladder/platform-reports`);
    const items = main.locator("#takedowns");
    await expect(row(items, "X, TD-1")).toContainText("Removed");
    await expect(row(items, "Instagram, TD-3")).toContainText("Reported");
    await expect(main.locator("#state")).toContainText("1 reported, 2 removed");
  });

  await test.step("a wrong entry is undone, and stays in the history as undone", async () => {
    await open(page, list, "TD-1");
    await main.getByRole("button", { name: "Undo the last entry" }).click();
    await expect(main.locator("#item .chip").first()).toContainText("Reported");
    await expect(main.locator("#history")).toContainText("Seen: gone, undone");
  });

  await test.step("nothing runs over the side of the phone", async () => {
    for (const path of [list, page.url()]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });

  await test.step("without script: an error keeps what was typed, and a look is recorded", async () =>
    lookWithoutScript(await onPhone(browser, openWindow, false), list));
});

async function onPhone(browser: Browser, openWindow: OpenWindow, script = true): Promise<Page> {
  const page = await openWindow(browser, "caseworker", { script });
  await page.setViewportSize({ width: 390, height: 844 });
  return page;
}

const row = (list: Locator, code: string) => list.locator("tbody tr").filter({ hasText: code });

async function open(page: Page, list: string, code: string): Promise<void> {
  await page.goto(list);
  await row(page.locator("main"), code)
    .getByRole("link", { name: new RegExp(`^${code} `) })
    .click();
  await page.waitForURL(/\/takedowns\/[0-9a-f-]{36}$/);
}

/** From the list to the recorded report. @returns how many clicks and answers it took */
async function report(page: Page, list: string, code: string, id?: string): Promise<number> {
  const main = page.locator("main");
  let acts = 0;
  const act = async (doing: Promise<unknown>) => {
    acts += 1;
    await doing;
  };
  await act(open(page, list, code));
  await act(main.getByRole("button", { name: /^Copy all/ }).click());
  const form = main.getByRole("form", { name: "Record the report", exact: true });
  if (id) await act(form.getByLabel("Report ID").fill(id));
  await act(form.getByLabel("We go on although nothing is kept").check());
  await act(form.getByLabel("We have considered that the subject may find out").check());
  await act(form.getByRole("button", { name: "Record the report" }).click());
  await expect(main.locator("#item .chip").first()).toContainText("Reported");
  return acts;
}

/** Sends a small file, as a picture of the empty page. */
async function keepProof(page: Page, caseId: string): Promise<void> {
  const origin = originOf("demo");
  const bytes = Buffer.from("This page is not available.\n");
  const { request } = page.context();
  const about = { fileName: "gone.txt", fileType: "text/plain", size: bytes.byteLength };
  const data = { ...announcement(caseId), ...about, description: "The empty page" };
  const announced = await request.post(`${origin}/api/evidence/announce`, { headers: { origin }, data });
  const { id } = (await announced.json()) as { id: string };
  const headers = { origin, "content-type": "application/octet-stream" };
  expect((await request.put(`${origin}/api/evidence/${id}`, { headers, data: bytes })).status()).toBe(201);
}

async function lookWithoutScript(page: Page, list: string): Promise<void> {
  const main = page.locator("main");
  await page.goto(list);
  const looks = main.getByRole("form", { name: "Record a look at the ticked items" });
  await looks.getByLabel("Note").fill("Seen on the phone of the client");
  await looks.getByRole("button", { name: "Still up" }).click();
  await expect(looks).toContainText("Tick at least one item.");
  await expect(looks.getByLabel("Note")).toHaveValue("Seen on the phone of the client");
  await looks.getByLabel("Choose TD-3").check();
  await looks.getByRole("button", { name: "Still up" }).click();
  await expect(row(main, "TD-3")).toContainText("Still up");
}
