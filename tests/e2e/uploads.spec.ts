import { createHash } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { seededBytes } from "../support/files";
import { alive } from "./support/alive";
import { openCase } from "./support/case";
import { closeWindows, openSheet } from "./support/evidence";
import { holdChunks } from "./support/hold-chunks";
import { type OpenWindow, plantTeam } from "./support/own-team";
import { cookiesOf, putBytes } from "./support/raw-put";

const MIB = 1024 * 1024;
const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Free also when the same server was used before. */
const codeName = (word: string) => `${word} ${Date.now() % 100_000}`;

let openWindow: OpenWindow;
test.beforeAll(async () => {
  openWindow = await plantTeam("Uploads Test Trust");
});
test.afterEach(closeWindows);

test("many files are dropped at once; the line breaks in the middle of one, and it goes on from there", async ({
  browser,
}) => {
  const page = await openWindow(browser, "caseworker");
  const caseId = await openCase(page, codeName("Rooibos"));
  const files = [seededBytes(40_000, 1), seededBytes(9 * MIB + 17, 2), seededBytes(70_000, 3)];
  await page.goto(`/cases/${caseId}/evidence`);
  const form = await openSheet(page);
  await drop(page, files);
  await expect(form.getByRole("list", { name: "Files" }).getByRole("listitem")).toHaveCount(3);
  await describeBatch(page);

  const offsets: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") offsets.push(request.headers()["upload-offset"] ?? "");
  });
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  // So slow that the file is still on its way when a busy server has said that it holds a part.
  const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: MIB / 2 };
  await line.send("Network.emulateNetworkConditions", slow);
  const announced = page.waitForResponse(
    (response) => response.url().endsWith("/announce") && (response.request().postData() ?? "").includes("drop-2.bin"),
  );
  await form.getByRole("button", { name: "Upload 3 files" }).click();
  const second = form.getByRole("listitem").filter({ hasText: "drop-2.bin" });
  await expect(second.getByText(/^[1-8]\.?\d* MB of/)).toBeVisible({ timeout: 60_000 });
  // What the browser has sent a busy server may not hold yet. All three were announced at once.
  const [, sending] = (await (await announced).json()) as { id: string }[];
  const id = sending?.id;
  const held = async () => ((await (await page.request.get(`/api/evidence/${id}`)).json()) as { held: number }).held;
  await expect.poll(held, { timeout: 30_000 }).toBeGreaterThanOrEqual(MIB);
  await line.send("Network.emulateNetworkConditions", { ...slow, offline: true });
  await expect(second.getByText("Waiting for the connection")).toBeVisible();
  await line.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });

  for (const [index, bytes] of files.entries()) {
    const row = form.getByRole("listitem").filter({ hasText: `drop-${index + 1}.bin` });
    await expect(row.getByText("Hash the same on both sides")).toBeVisible({ timeout: 60_000 });
    expect(((await row.locator(".hash").textContent()) ?? "").replaceAll(/\s/g, "")).toBe(sha256Of(bytes));
  }
  expect(offsets[0]).toBe("0");
  expect(offsets.some((offset) => Number(offset) >= MIB)).toBe(true);
  await expect(page.getByRole("article", { name: /^Exhibit E-0[123]$/ })).toHaveCount(3);
  for (const [index, bytes] of files.entries()) {
    expect(sha256Of(await downloaded(page, caseId, `E-0${index + 1}`))).toBe(sha256Of(bytes));
  }
});

test("what is kept already is said, and kept once more only when asked; pasted text is a file", async ({ browser }) => {
  const page = await openWindow(browser, "caseworker");
  const caseId = await openCase(page, codeName("Buchu"));
  await page.goto(`/cases/${caseId}/evidence`);
  const form = await openSheet(page);
  await describeBatch(page);
  await drop(page, [seededBytes(5_000, 9)]);
  await form.getByRole("button", { name: "Upload 1 file" }).click();
  await expect(form.getByText("Hash the same on both sides")).toBeVisible({ timeout: 30_000 });

  await test.step("the details stay for the next batch, but for what it shows", async () => {
    await expect(form.getByLabel("On which device")).toHaveValue("Phone of the client");
    await expect(form.getByLabel("What it shows").first()).toHaveValue("");
    await form.getByLabel("What it shows").first().fill("The same again");
  });
  await drop(page, [seededBytes(5_000, 9)]);
  await form.getByRole("button", { name: "Upload 1 file" }).click();
  await expect(form.getByText("Already kept as E-01. Nothing was sent.")).toBeVisible({ timeout: 30_000 });
  await form.getByRole("button", { name: /^Keep it as one more exhibit/ }).click();
  await expect(form.getByText("Hash the same on both sides")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("article", { name: "Exhibit E-02" })).toContainText("Same bytes as E-01");

  // At its first letters: the sheet lies over the rest of the line.
  await page
    .locator("h2")
    .first()
    .click({ position: { x: 4, y: 4 } });
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Ndiyakwazi apho uhlala khona. 🔪");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(form.locator("bdi").getByText(/^Pasted text .*Z\.txt$/)).toBeVisible();
});

test("a file that is dropped before what sends it has come is kept for it, also when it does not come at first", async ({
  browser,
}) => {
  const page = await openWindow(browser, "caseworker");
  const caseId = await openCase(page, codeName("Dassie"));
  await page.goto(`/cases/${caseId}/evidence`);
  await alive(page.getByRole("button", { name: "Add exhibits" }));
  const lost = await holdChunks(page);
  const sheet = page.getByRole("dialog", { name: "Add exhibits" });
  await drop(page, [seededBytes(5_000, 4)], "main");
  await expect(sheet).toContainText("Loading");
  lost.end();
  await expect(sheet).toContainText("This part did not load");
  await expect(sheet).toContainText("1 file waits here");
  await lost.letThrough();
  await sheet.getByRole("button", { name: "Try again" }).click();
  await expect(sheet.getByRole("list", { name: "Files" }).getByRole("listitem")).toContainText("drop-1.bin");
});

test("the route takes nothing that is not as announced, over real HTTP", async ({ browser }) => {
  const page = await openWindow(browser, "caseworker");
  const caseId = await openCase(page, codeName("Aloe"));
  const bytes = seededBytes(3 * MIB, 5);
  const cookie = await cookiesOf(page);
  const fields = { caseId, fileName: "../../a\r\nb\u202e.png", description: "A threat", size: bytes.byteLength };
  const how = { method: "screenshot", howObtained: "public", sha256: sha256Of(bytes) };
  const announce = async () => {
    const headers = { origin: new URL(page.url()).origin, "sec-fetch-site": "same-origin" };
    const answer = await page.request.post("/api/evidence/announce", { headers, data: { ...fields, ...how } });
    expect(answer.status()).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  };
  const id = await announce();
  const held = async () => ((await (await page.request.get(`/api/evidence/${id}`)).json()) as { held: number }).held;
  const put = (change: Partial<Parameters<typeof putBytes>[1]>) => putBytes(id, { cookie, bytes, ...change });

  expect((await put({ length: null })).status).toBe(411);
  expect((await put({ length: "-1" })).status).not.toBe(201);
  expect((await put({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await put({ cookie: "" })).status).toBe(401);
  expect((await put({ offset: "some" })).status).toBe(400);
  expect((await put({ offset: String(MIB), bytes: bytes.subarray(MIB) })).body).toMatchObject({ held: 0 });
  expect((await put({ bytes: bytes.subarray(1) })).status).toBe(422);
  expect((await put({ length: String(600 * MIB) })).status).toBe(413);
  expect(await held()).toBe(0);

  await put({ offset: "0", cutAfter: 2 * MIB + 100 });
  // All of what had arrived: a busy server goes on writing it down for a moment.
  let from = -1;
  const settled = async () => {
    const before = from;
    from = await held();
    return from >= MIB && from === before;
  };
  await expect.poll(settled, { intervals: [500] }).toBe(true);
  const rest = { offset: String(from), bytes: bytes.subarray(from) };
  const [one, other] = await Promise.all([put(rest), put(rest)]);
  expect([one.status, other.status]).toContain(201);
  for (const answer of [one, other]) expect([200, 201, 409]).toContain(answer.status);
  const again = await put({ offset: "0" });
  expect(again).toMatchObject({ status: 200, body: { sha256: sha256Of(bytes), sentSha256: sha256Of(bytes) } });
  expect(await held()).toBe(bytes.byteLength);

  const changed = await announce();
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(MIB) ^ 1, MIB);
  expect((await putBytes(changed, { cookie, bytes: flipped, offset: "0" })).status).toBe(422);
  expect((await page.request.get(`/api/evidence/${changed}`)).ok()).toBe(true);
});

async function describeBatch(page: Page) {
  const form = page.getByRole("form", { name: "Add exhibits" });
  await form.getByLabel("What it shows").first().fill("Messages from the account");
  await form.getByLabel("How it was captured").selectOption({ index: 1 });
  await form.getByLabel("How it was obtained").selectOption({ index: 1 });
  await form.getByLabel("On which device").fill("Phone of the client");
  // Several files: the field of the batch is the last of that name.
  await form.locator("[name=description]").fill("Messages from the account");
}

/** Drops made-up files on the zone or elsewhere, as a person would drag them from a folder. */
async function drop(page: Page, files: readonly Uint8Array[], on = ".dropzone") {
  const texts = files.map((bytes) => Buffer.from(bytes).toString("base64"));
  const transfer = await page.evaluateHandle((all) => {
    const made = new DataTransfer();
    for (const [index, text] of all.entries()) {
      const bytes = Uint8Array.from(atob(text), (value) => value.charCodeAt(0));
      made.items.add(new File([bytes], `drop-${index + 1}.bin`));
    }
    return made;
  }, texts);
  await page.locator(on).dispatchEvent("drop", { dataTransfer: transfer });
}

async function downloaded(page: Page, caseId: string, label: string): Promise<Buffer> {
  await page.goto(`/cases/${caseId}/evidence`);
  const link = page.getByRole("article", { name: `Exhibit ${label}` }).locator("a.exhibit__no");
  const exhibitId = (await link.getAttribute("href"))?.split("/").at(-1);
  const answer = await page.request.get(`/api/evidence/${exhibitId}/original`);
  expect(answer.ok()).toBe(true);
  return answer.body();
}
