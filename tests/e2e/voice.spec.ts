import { expect, type Page, test } from "@playwright/test";
import { flatPagesOf } from "../support/pdf";
import { alive } from "./support/alive";
import { answerDanger, openCase } from "./support/case";
import { closeWindows, openSheet } from "./support/evidence";
import { plantTeam } from "./support/own-team";
import { download } from "./support/parts";

const voice = "tests/fixtures/recordings/voice.ogg";
const film = "tests/fixtures/recordings/film.webm";

test.afterEach(closeWindows);

test("a voice note is played without sound, heard when asked, transcribed, and printed in a packet", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const open = await plantTeam("Voice Test Trust");
  const worker = await open(browser, "caseworker");
  const main = worker.locator("main");
  const caseId = await openCase(worker, `Oriole ${Date.now() % 100_000}`);
  const refused: string[] = [];
  worker.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });

  await test.step("the client’s voice note and film go in", async () => {
    await worker.goto(`/cases/${caseId}/evidence`);
    const form = await openSheet(worker);
    await form.getByLabel("Choose files").setInputFiles([voice, film]);
    await form.getByLabel("What it shows").last().fill("Voice note of the account");
    await form.getByLabel("How it was captured").selectOption({ label: "Export by the platform or app" });
    await form.getByLabel("How it was obtained").selectOption({ index: 1 });
    await form.getByRole("button", { name: "Upload 2 files" }).click();
    await expect(form).toContainText("Hash the same on both sides", { timeout: 60_000 });
  });

  await test.step("nothing is loaded before somebody asks; then it is there, silent and still", async () => {
    const asked = countPlays(worker);
    await goToExhibit(worker, caseId, 0);
    expect(asked).toEqual([]);
    await main.getByRole("button", { name: "Play it here" }).click();
    const player = main.getByLabel("Sound E-01");
    await expect(player).toBeVisible();
    await alive(main.getByRole("button", { name: "Turn the sound on" }));
    expect(await player.evaluate((media: HTMLMediaElement) => [media.muted, media.paused, media.autoplay])).toEqual([
      true,
      true,
      false,
    ]);
    await player.evaluate((media: HTMLMediaElement) => media.play());
    await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime)).toBeGreaterThan(0.2);
    expect(asked.at(-1)).toMatchObject({ status: 206, type: "audio/ogg", kept: "no-store" });
    expect(await player.evaluate((media: HTMLMediaElement) => media.muted)).toBe(true);
    await main.getByRole("button", { name: "Turn the sound on" }).click();
    expect(await player.evaluate((media: HTMLMediaElement) => media.muted)).toBe(false);
    await main.getByLabel("Speed").selectOption("1.5");
    expect(await player.evaluate((media: HTMLMediaElement) => media.playbackRate)).toBe(1.5);
  });

  await test.step("a play from the start again is one more in the ledger and in the count", async () => {
    const player = main.getByLabel("Sound E-01");
    await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.ended)).toBe(true);
    const noted = worker.waitForResponse((answer) => answer.request().method() === "POST");
    await player.evaluate((media: HTMLMediaElement) => media.play());
    expect((await noted).status()).toBe(200);
    await worker.reload();
    await expect(main.getByText("Played on the screen: sound")).toHaveCount(2);
    await expect(main).toContainText("You have revealed 2 sounds this week.");
  });

  await test.step("it is transcribed beside the player; a mistake is named at its line and nothing is lost", async () => {
    await main.getByRole("link", { name: "Transcribe" }).click();
    await worker.waitForURL(/\/transcript$/);
    await alive(main.getByRole("button", { name: "Begin a line at the current time" }));
    await main.getByLabel("Language that is spoken").selectOption("zu");
    const box = main.getByLabel("What is said");
    await main.getByRole("button", { name: "Begin a line at the current time" }).click();
    await expect(box).toHaveValue("0:00 | ");
    await box.fill("0:00 | unknown man | Ngizokuthola mina | I will find you myself\n0:02 unknown man");
    await main.getByRole("button", { name: "Enter the transcript" }).click();
    await expect(main).toContainText("Line 2: write the time");
    await expect(box).toHaveValue(/Ngizokuthola mina/);
    await box.fill("0:00 | unknown man | Ngizokuthola mina | I will find you myself\n0:02 | unknown man | [inaudible]");
    await main.getByRole("button", { name: "Enter the transcript" }).click();
    await expect(main.getByRole("region", { name: "Transcript, version 1" })).toContainText("I will find you myself");
  });

  await test.step("a still of the film is kept with its place and its hash", async () => {
    await goToExhibit(worker, caseId, 1);
    await main.getByRole("button", { name: "Play it here" }).click();
    const player = main.getByLabel("Film E-02");
    const take = main.getByRole("button", { name: "Take a still here" });
    await alive(take);
    await player.evaluate((media: HTMLMediaElement) => media.play());
    await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime)).toBeGreaterThan(1);
    await take.click();
    await expect(main).toContainText(/Still at 0:0\d kept/);
    await worker.reload();
    await expect(main.getByRole("region", { name: "Stills" })).toContainText(/Still 1, at 0:0\d/);
    await expect(main).toContainText(/Still taken from the film at 0:0\d; the original is unchanged/);
  });

  await test.step("the draft of a packet prints the transcript, by whom and when, beside its translation", async () => {
    await answerDanger(worker, caseId);
    await worker.goto(`/cases/${caseId}/packets/new/mla_dossier`);
    await main.getByLabel("Stage").fill("Investigation. Nobody is charged.");
    await main.getByRole("radio", { name: /nothing military or political/ }).check();
    await main.getByRole("radio", { name: "No person under 18 appears" }).check();
    for (const box of await main.getByRole("checkbox", { name: /^E-0/ }).all()) await box.check();
    await main.getByRole("button", { name: /^Build version/ }).click();
    await worker.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
    await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });
    const { bytes } = await download(worker, "Download the served part");
    const text = (await flatPagesOf(bytes)).join("\n").replaceAll(/\s+/g, " ");
    expect(text).toContain("Exhibit E-01: words spoken in the recording");
    expect(text).toContain("Ngizokuthola mina I will find you myself");
    expect(text).toMatch(/Written down by hand by \S+ on /);
  });

  expect(refused).toEqual([]);
});

test("without script a voice note is played and transcribed too", async ({ browser }) => {
  test.setTimeout(120_000);
  const open = await plantTeam("Quiet Voice Trust");
  const scripted = await open(browser, "caseworker");
  const caseId = await openCase(scripted, `Pipit ${Date.now() % 100_000}`);
  await scripted.goto(`/cases/${caseId}/evidence`);
  const form = await openSheet(scripted);
  await form.getByLabel("Choose files").setInputFiles([voice]);
  await form.getByLabel("What it shows").last().fill("Voice note");
  await form.getByLabel("How it was captured").selectOption({ label: "Export by the platform or app" });
  await form.getByLabel("How it was obtained").selectOption({ index: 1 });
  await form.getByRole("button", { name: "Upload 1 file" }).click();
  await expect(form).toContainText("Hash the same on both sides", { timeout: 60_000 });
  const path = await goToExhibit(scripted, caseId, 0);
  const still = await open(browser, "caseworker", { script: false });
  const main = still.locator("main");
  await still.goto(path);
  await main.getByRole("button", { name: "Play it here" }).click();
  await expect(main.locator("audio[controls][muted]")).toHaveCount(1);
  await expect(main.locator("noscript")).toBeVisible();
  await expect(main.getByRole("button", { name: "Turn the sound on" })).toHaveCount(0);
  await still.goto(`${path}/transcript`);
  await main.getByLabel("What is said").fill("0:01 | he");
  await main.getByRole("button", { name: "Enter the transcript" }).click();
  await expect(main).toContainText("Line 1: write the time");
  await expect(main.getByLabel("What is said")).toHaveValue("0:01 | he");
  await main.getByLabel("What is said").fill("0:01 | he | hello");
  await main.getByRole("button", { name: "Enter the transcript" }).click();
  await expect(main.getByRole("region", { name: "Transcript, version 1" })).toContainText("hello");
});

/** Through the list, as a person goes: the page that is left was loaded for something else. */
async function goToExhibit(page: Page, caseId: string, at: number): Promise<string> {
  await page.goto(`/cases/${caseId}/evidence`);
  const shape = /\/evidence\/[0-9a-f-]{36}$/;
  const paths = async () => {
    const links = await page
      .locator("main a[href]")
      .evaluateAll((all) => all.map((element) => element.getAttribute("href") ?? ""));
    return [...new Set(links.filter((link) => shape.test(link)))].toSorted();
  };
  await expect.poll(async () => (await paths()).length).toBeGreaterThan(at);
  const path = (await paths())[at] ?? "";
  await page.locator(`main a[href="${path}"]`).first().click();
  await page.waitForURL(shape);
  await expect(page.locator("main").getByRole("button", { name: "Play it here" })).toBeVisible({ timeout: 60_000 });
  return path;
}

function countPlays(page: Page) {
  const asked: { status: number; type: string | undefined; kept: string | undefined }[] = [];
  page.on("response", (answer) => {
    if (!answer.url().endsWith("/play") || answer.request().method() !== "GET") return;
    const { "content-type": type, "cache-control": kept } = answer.headers();
    asked.push({ status: answer.status(), type, kept });
  });
  return asked;
}
