import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { filesWith } from "../support/canaries";
import { originOf } from "../support/e2e";
import { openCase } from "./support/case";
import { type Line, openLine } from "./support/cut-line";
import { closeWindows, somebody } from "./support/evidence";
import { type OpenWindow, plantTeam } from "./support/own-team";

/** What is typed on the phone, of which its profile keeps nothing. */
const typedWords = ["Zwartberg informant", "Nokuthula Verzonnen", "behind the spaza shop", "hoekom-foto"];
const shell = "/offline/write";

const photo = (name: string, size: number) => ({
  name,
  mimeType: "image/jpeg",
  buffer: Buffer.alloc(size, createHash("sha256").update(name).digest()),
});
const first = photo("hoekom-foto-1.jpg", 300_000);
const second = photo("hoekom-foto-2.jpg", 5_500_000);
const sha256 = ({ buffer }: { buffer: Buffer }) => createHash("sha256").update(buffer).digest("hex");

let line: Line;
let folder: string;

test.beforeEach(async () => {
  line = await openLine(originOf("demo"));
  folder = mkdtempSync(join(tmpdir(), "phone-"));
});
test.afterEach(async ({ browser }, info) => {
  await closeWindows({ browser }, info);
  await line.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a note, an intake and two photos written offline arrive once, and signing out empties the phone", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const openWindow = await plantTeam("Load-shedding Test Trust");
  await turnOn(openWindow, browser);
  const worker = await openWindow(browser, "caseworker");
  const caseId = await openCase(worker, "Hadeda of the phone", { client: somebody() });
  const { context, phone } = await onPhone(worker);

  await test.step("the phone is prepared; it holds one page, without a word of anybody", async () => {
    await prepare(phone);
    expect(await kept(phone)).toMatchObject({ caches: [shell], items: 0 });
    expect(await scopes(phone)).toEqual(["/offline/"]);
  });

  await test.step("offline the page opens, and what is written waits", async () => {
    await away(context, true);
    await phone.goto("/offline/start");
    await expect(phone.locator("main")).toContainText("You are offline");
    await phone.locator("#note").getByLabel("Case").fill("hadeda OF the phone");
    await phone.locator("#note").getByLabel("What happened, or what was said").fill("Zwartberg informant phoned");
    await phone.getByRole("button", { name: "Keep the note" }).click();
    await expect(phone.locator("#waiting li")).toHaveCount(1);
    await phone.getByText("Take an intake", { exact: true }).click();
    await phone.getByLabel("Name").fill("Nokuthula Verzonnen");
    await phone.getByLabel("How and when it is safe to reach her").fill("behind the spaza shop, Tuesdays");
    await phone.getByLabel("What happened, in a sentence or two").fill("Followed from the taxi rank");
    await phone.getByLabel("She may be in danger now").check();
    await phone.getByRole("button", { name: "Keep the intake" }).click();
    await expect(phone.locator("#waiting li")).toHaveCount(2);
    await phone.getByText("Add files as evidence", { exact: true }).click();
    await phone.locator("#files").getByLabel("Case").fill("Hadeda of the phone");
    await phone.locator("#files").getByLabel("Files").setInputFiles([first, second]);
    await phone.locator("#files").getByLabel("I took this myself, just now").check();
    await phone.getByRole("button", { name: "Keep the files" }).click();
    await expect(phone.locator("#waiting li")).toHaveCount(4);
    for (const word of typedWords) await expect(phone.locator("#waiting")).not.toContainText(word);
  });

  await test.step("a page of the work says how much is to be sent", async () => {
    line.refuse("/offline/");
    await away(context, false);
    await phone.goto("/");
    await expect(phone.getByRole("link", { name: "4 to send" }).first()).toBeVisible();
    line.refuse("");
    line.cutAfter(3_000_000);
  });

  await test.step("the line is cut in the middle of sending; everything arrives, once", async () => {
    await phone.goto(shell);
    await expect.poll(() => line.cuts(), { timeout: 90_000 }).toBe(1);
    await phone.reload();
    await expect(phone.locator("#waiting li")).toHaveCount(0, { timeout: 60_000 });
    await expect(phone.locator("#done")).toContainText("sent, and on its case");
    await expect(phone.locator("#done")).toContainText("its case has to be chosen");
  });

  await test.step("the note is there with its time, and both photos with the hash of the phone", async () => {
    const main = worker.locator("main");
    await worker.goto(`/cases/${caseId}/timeline`);
    await expect(main.getByText("Zwartberg informant phoned")).toHaveCount(1);
    await worker.goto(`/cases/${caseId}/evidence`);
    await expect(main).toContainText("2 exhibits");
    for (const [label, file] of [
      ["E-01", first],
      ["E-02", second],
    ] as const) {
      await worker.goto(`/cases/${caseId}/evidence`);
      await main.getByRole("link", { name: label }).first().click();
      await expect(main.getByRole("heading", { name: `Exhibit ${label}` })).toBeVisible();
      await expect(main).toContainText(sha256(file).match(/.{4}/g)?.join(" ") ?? "");
      await expect(main).toContainText("As the sender computed it");
      await expect(main).toContainText("Added on a device that was offline: hashed there");
    }
  });

  await test.step("the intake waits for its case, which it fills in", async () => {
    await worker.goto("/");
    await worker.getByRole("link", { name: "Choose the case" }).click();
    const main = worker.locator("main");
    await expect(main).toContainText("Followed from the taxi rank");
    await main.getByRole("button", { name: "Open a case" }).click();
    await expect(main.getByLabel("What happened, in one sentence")).toHaveValue("Followed from the taxi rank");
    await expect(main.getByLabel("In danger now")).toBeChecked();
    await main.getByRole("button", { name: "Open the case" }).click();
    await worker.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await worker.goto("/arrivals");
    await expect(main).toContainText("Nothing waits for its case");
  });

  await test.step("signing out tells what is not sent, and empties the phone", async () => {
    await away(context, true);
    await phone.goto("/offline/start");
    await phone.locator("#note").getByLabel("What happened, or what was said").fill("Zwartberg informant again");
    await phone.getByRole("button", { name: "Keep the note" }).click();
    await expect(phone.locator("#waiting li")).toHaveCount(1);
    line.refuse("/offline/");
    await away(context, false);
    await phone.goto("/");
    await phone.locator(".phonemenu > summary").click();
    const asked = phone.waitForEvent("dialog");
    await phone
      .getByRole("button", { name: "Sign out", exact: true })
      .filter({ visible: true })
      .click({ noWaitAfter: true });
    const dialog = await asked;
    expect(dialog.message()).toContain("Not sent yet from this device: 1");
    await dialog.accept();
    await expect(phone).toHaveURL(/sign-in/);
    expect(await kept(phone)).toEqual({ caches: [], databases: [], items: 0 });
    expect(await scopes(phone)).toEqual([]);
  });

  await test.step("its profile, on the disk, holds no word that was typed", async () => {
    await context.close();
    const { hits, searched } = filesWith([folder], typedWords);
    expect(hits).toEqual([]);
    expect(searched).toBeGreaterThan(20);
  });
});

test("what waits on a lost phone goes when it is opened after an administrator ended all sessions; nobody else can send it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const openWindow = await plantTeam("Lost Phone Test Trust");
  const admin = await turnOn(openWindow, browser);
  const worker = await openWindow(browser, "caseworker");
  const { context, phone } = await onPhone(worker);
  await prepare(phone);
  await away(context, true);
  await phone.goto("/offline/start");
  await phone.locator("#note").getByLabel("What happened, or what was said").fill("Zwartberg informant");
  await phone.getByRole("button", { name: "Keep the note" }).click();
  await expect(phone.locator("#waiting li")).toHaveCount(1);

  await test.step("a full phone says so; what waits already stays", async () => {
    // The browser's own limit is that of the disk of this machine.
    await phone.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put;
        throw new DOMException("There is no room.", "QuotaExceededError");
      };
    });
    await phone.getByText("Add files as evidence", { exact: true }).click();
    await phone.locator("#files").getByLabel("Files").setInputFiles([second]);
    await phone.getByRole("button", { name: "Keep the files" }).click();
    await expect(phone.locator("#said")).toContainText("There is no room on this device");
    await expect(phone.locator("#waiting li")).toHaveCount(1);
  });

  await test.step("a second person who signs in on it sees and sends nothing of it", async () => {
    const other = await openWindow(browser, "supervisor");
    await context.clearCookies();
    await context.addCookies(await other.context().cookies());
    await away(context, false);
    await phone.goto(shell);
    await expect(phone.locator("main")).toContainText("was prepared by somebody else");
    await expect(phone.locator("#waiting li")).toHaveCount(1);
    await other.goto("/arrivals");
    await expect(other.locator("main")).toContainText("Nothing waits for its case");
  });

  await test.step("a page of another site that posts to it has nothing sent", async () => {
    const elsewhere = await context.newPage();
    await elsewhere.setContent(
      `<form method="post" enctype="multipart/form-data" action="${line.origin}/offline/share"><input name="text" value="planted"><button>go</button></form>`,
    );
    await elsewhere.getByRole("button", { name: "go" }).click();
    await expect(elsewhere).toHaveURL(/\/offline\/write/);
    await expect(elsewhere.locator("#from-apps")).toContainText("until then it is not sent");
    await elsewhere.getByRole("button", { name: "Delete it" }).click();
    await expect(elsewhere.locator("#from-apps")).toBeHidden();
    await elsewhere.close();
  });

  await test.step("the client's page is no part of it", async () => {
    await phone.goto("/p/aaaaaaaaaaaaaaaa");
    expect(await phone.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await expect(phone.locator("link[rel=manifest]")).toHaveCount(0);
  });

  await test.step("all sessions are ended; at its next opening, by whomever, the phone is empty", async () => {
    await endAll(admin);
    await context.clearCookies();
    await phone.goto(shell);
    await expect(phone.getByRole("button", { name: "Prepare this device" })).toBeVisible();
    await expect.poll(async () => (await kept(phone)).items).toBe(0);
    await expect.poll(async () => (await kept(phone)).caches).toEqual([]);
    await expect.poll(() => scopes(phone)).toEqual([]);
  });
  await context.close();
});

async function turnOn(openWindow: OpenWindow, browser: Parameters<OpenWindow>[0]): Promise<Page> {
  const admin = await openWindow(browser, "admin");
  await admin.goto("/admin/settings");
  await admin.getByLabel("Staff may prepare a device to write offline").check();
  await admin.locator("#offline").getByRole("button", { name: "Save" }).click();
  await expect(admin.locator("#offline")).toContainText("Saved");
  return admin;
}

/** A phone with a profile on the disk, on which the same person is signed in, behind a line that can be cut. */
async function onPhone(worker: Page): Promise<{ context: BrowserContext; phone: Page }> {
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const small = { viewport: { width: 390, height: 800 }, hasTouch: true, baseURL: line.origin };
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, ...small });
  await context.addCookies(await worker.context().cookies());
  return { context, phone: context.pages()[0] ?? (await context.newPage()) };
}

async function prepare(phone: Page): Promise<void> {
  await phone.goto(shell);
  await phone.getByRole("button", { name: "Prepare this device" }).click();
  await expect(phone.locator("#said")).toContainText("This device is prepared");
}

async function away(context: BrowserContext, isAway: boolean): Promise<void> {
  line.set(isAway);
  await context.setOffline(isAway);
}

/** What the browser holds for this site. */
function kept(page: Page) {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    const items = await new Promise<number>((resolve) => {
      if (!databases.includes("crossdocket-offline")) return resolve(0);
      const request = indexedDB.open("crossdocket-offline");
      request.onsuccess = () => {
        const count = request.result.transaction("items").objectStore("items").count();
        count.onsuccess = () => resolve(count.result);
        request.result.close();
      };
    });
    return { caches: found, databases, items };
  });
}

const scopes = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );

async function endAll(admin: Page): Promise<void> {
  await admin.goto("/admin/members");
  const form = admin.getByRole("form", { name: "Sign everybody out" });
  await form.getByLabel("End every session of this organisation, mine too").check();
  const confirm = form.getByLabel("Confirm it is you");
  if (await confirm.count()) await confirm.check();
  await form.getByRole("button", { name: "Sign everybody out" }).click();
  await expect(admin).toHaveURL(/sign-in/);
}
