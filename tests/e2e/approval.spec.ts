import { expect, type Page, test } from "@playwright/test";
import { answerDanger, nameOffence, openCase, secrets } from "./support/case";
import { addExhibits, daysAgo } from "./support/climb";
import { closeWindows } from "./support/evidence";
import { confirmByPasskey, enrol, handOver } from "./support/factors";
import { plantOrganisation } from "./support/organisation";
import { download, expectListed } from "./support/parts";
import { confirmOfficer, join, password, signIn } from "./support/people";
import { lookAtPictures } from "./support/pictures";

test.afterEach(closeWindows);

test("a packet is talked about, returned, approved by who proves it, released, handed over, checked and withdrawn", async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const page = async () => (await browser.newContext()).newPage();
  const [admin, worker, supervisor, officer, stranger] = [
    await page(),
    await page(),
    await page(),
    await page(),
    await page(),
  ] as const;
  await signIn(admin, await plantOrganisation("Desk Test Trust"));
  await enrol(admin);
  await join(admin, worker, { name: "Thandi Fictional", email: "thandi@desk.example", role: "Caseworker" });
  await join(admin, supervisor, { name: "Sipho Fictional", email: "sipho@desk.example", role: "Supervisor" });
  await join(admin, officer, { name: "Naledi Fictional", email: "naledi@police.example", role: "Police liaison" });
  await confirmOfficer(supervisor, "Naledi Fictional");
  const caseId = await openCase(worker, "Marigold", { client: { ...secrets, name: "Zanele Verborge" } });
  await answerDanger(worker, caseId);
  await addExhibits(worker, caseId, ["screenshot.png", "photo.jpg"]);
  await nameOffence(worker, caseId);

  const first = await test.step("the supervisor comments and returns it; the history says so", async () => {
    const path = await draftPacket(worker, caseId);
    await expect(worker.locator("main")).toContainText("Waiting for approval", { timeout: 120_000 });
    await supervisor.goto(path);
    const form = supervisor.getByRole("form", { name: "Comment on the packet" });
    await form.getByLabel("Comment").fill("The permanent ID is missing.\nAsk the client.");
    await form.getByRole("button", { name: "Add the comment" }).click();
    await expect(supervisor.locator("#history")).toContainText("Comment by Sipho Fictional");
    await supervisor.getByLabel("What has to change").fill("Say which account wrote first.");
    await supervisor.getByRole("button", { name: "Return to the author" }).click();
    await expect(supervisor.locator("#history")).toContainText("Returned to the author by Sipho Fictional");
    await worker.goto(path);
    for (const message of ["The permanent ID is missing.", "Say which account wrote first.", "Drafted by Thandi"]) {
      await expect(worker.locator("#history")).toContainText(message);
    }
    return path;
  });

  const path = await test.step("the author redrafts; approving wants the supervisor's own password", async () => {
    const second = await draftPacket(worker, caseId);
    expect(second).not.toBe(first);
    await expect(worker.locator("main")).toContainText("Waiting for approval", { timeout: 120_000 });
    await supervisor.goto(second);
    await expect(supervisor.locator("#pictures")).toContainText("Nobody has checked E-01, page 1; E-02, page 1");
    await lookAtPictures(worker, second);
    await supervisor.goto(second);
    await expect(supervisor.locator("#pictures")).toContainText("Thandi Fictional: E-01, page 1; E-02, page 1.");
    const form = supervisor.getByRole("form", { name: "Approve the packet" });
    const reasons = form.locator("textarea");
    for (const box of await reasons.all()) await box.fill("Known gap; the prosecutor decides.");
    await form.getByLabel("Your password").fill("not the words at all");
    await form.getByRole("button", { name: /^Approve/ }).click();
    await expect(form.locator(".field--error")).toContainText("This is not your password.");
    for (const box of await reasons.all()) await expect(box).toHaveValue("Known gap; the prosecutor decides.");
    await form.getByLabel("Your password").fill(password);
    await form.getByRole("button", { name: /^Approve/ }).click();
    await expect(supervisor.locator("#history")).toContainText("Approved by Sipho Fictional", { timeout: 120_000 });
    return second;
  });

  await test.step("without a release nothing can be handed over; with a narrow one it names what must come out", async () => {
    await expect(async () => {
      await worker.goto(path);
      await expect(worker.locator("#deliver")).toContainText("No release names this officer", { timeout: 2_000 });
    }).toPass({ timeout: 90_000 });
    await expect(worker.getByRole("button", { name: /^Hand over version/ })).toHaveCount(0);
    await grantRelease(worker, caseId, { ticks: ["E-01"], purpose: "Investigation" });
    await worker.goto(path);
    await expect(worker.locator("#deliver")).toContainText("No release lets this officer have E-02.");
    await expect(worker.getByRole("button", { name: /^Hand over version/ })).toHaveCount(0);
    await grantRelease(worker, caseId, { ticks: [], purpose: "Investigation, all of it" });
    await worker.goto(path);
    await worker.getByRole("radio", { name: /Naledi/ }).check();
    await handOver(worker);
    await expect(worker.locator("main")).toContainText("Handed over by Thandi Fictional");
  });

  await test.step("the officer finds it, and only what was given", async () => {
    await officer.goto("/portal");
    await officer
      .locator("main")
      .getByRole("link", { name: /MLA pre-request dossier/ })
      .click();
    await officer.waitForURL(/\/portal\/[0-9a-f-]{36}/);
    await officer.getByText("To check that nothing was changed", { exact: true }).click();
    const manifest = await download(officer, "Download List of files and hashes");
    const served = await download(officer, "Download");
    expect(served.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expectListed(manifest, "served", served);
    const request = await download(officer, "Download Letter of request to edit");
    expect(request.name).toMatch(/-request\.docx$/);
    expectListed(manifest, "request", request);
    expectListed(manifest, "verifier", await download(officer, "Download Verifier to open in a browser"));
    const annex = await officer.request.get(`/api/handovers/${officer.url().split("/").at(-1)}/parts/annex`);
    expect(annex.status()).toBe(404);
    await expect(officer.locator("main")).not.toContainText("Sealed annex");
    await expect(officer.locator("main")).not.toContainText("Ask the client.");
  });

  await test.step("the annex follows only when a release lets the officer know, and who gives it proves it", async () => {
    await grantRelease(worker, caseId, { ticks: [], purpose: "To phone the client safely", identity: true });
    await worker.goto(path);
    await worker.getByText("Give the sealed annex too").click();
    const form = worker.getByRole("form", { name: "Give the sealed annex" });
    await form.getByRole("button", { name: "Give the annex" }).click();
    // The proof that handed the packet over counts for five minutes; after that the form asks for another.
    const given = worker.locator("main").getByText("The sealed annex is open to this officer until");
    const wanted = form.locator(".field--error");
    await expect(given.or(wanted).first()).toBeVisible();
    if (await wanted.isVisible()) {
      await confirmByPasskey(form);
      await form.getByRole("button", { name: "Give the annex" }).click();
    }
    await expect(given).toBeVisible();
    await officer.reload();
    const annex = await download(officer, "Download Sealed annex");
    expect(annex.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    await officer.getByText("To check that nothing was changed", { exact: true }).click();
    expectListed(await download(officer, "Download List of files and hashes"), "annex", annex);
  });

  const code = /CD-\d\d-\d+-P\d/.exec((await worker.locator("main").textContent()) ?? "")?.[0] ?? "";
  const word =
    /check word ([0-9A-F]{4}-[0-9A-F]{4})/.exec((await worker.locator("#verify").textContent()) ?? "")?.[1] ?? "";

  await test.step("anybody checks the number; a wrong one says no more than that", async () => {
    await stranger.goto("/sign-in");
    await stranger.getByRole("link", { name: "Check its number" }).click();
    await check(stranger, "CD-00-9999-P1", word);
    await expect(stranger.locator("main")).toContainText("No approved packet has this number");
    await check(stranger, code, "0000-0000");
    await expect(stranger.locator("main")).toContainText("No approved packet has this number");
    await check(stranger, code, word);
    await expect(stranger.locator("main")).toContainText("Version 2");
    const message = (await stranger.locator("main").textContent()) ?? "";
    for (const secret of ["Marigold", "MLA", "Desk Test Trust", "Naledi"])
      expect(message, secret).not.toContain(secret);
    expect(stranger.url()).not.toContain(code);
    await stranger.locator("#compare-file").setInputFiles("tests/fixtures/files/letter.pdf");
    await expect(stranger.locator("main")).toContainText("This file is none of them");
  });

  await test.step("withdrawn: the officer reads why and gets no byte, and the check says since when", async () => {
    await worker.goto(path);
    await worker.getByText("Withdraw this version").click();
    await worker.getByLabel("Why", { exact: true }).fill("A wrong account is named in it.");
    await worker.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(worker.locator("#history")).toContainText("Withdrawn by Thandi Fictional");
    await officer.reload();
    await expect(officer.locator("main")).toContainText("A wrong account is named in it.");
    await expect(officer.getByRole("link", { name: /Download/ })).toHaveCount(0);
    const file = await officer.request.get(`/api/handovers/${officer.url().split("/").at(-1)}/file`);
    expect(file.status()).toBe(410);
    await check(stranger, code, word);
    await expect(stranger.locator("main")).toContainText("Withdrawn");
  });
});

async function draftPacket(page: Page, caseId: string): Promise<string> {
  await page.goto(`/cases/${caseId}/packets/new/mla_dossier`);
  const main = page.locator("main");
  await main.getByLabel("Stage").fill("Investigation. Nobody is charged.");
  await main.getByRole("radio", { name: /nothing military or political/ }).check();
  await main.getByRole("radio", { name: "No person under 18 appears" }).check();
  await main.getByLabel("Purpose").fill("To identify who used the account.");
  await main.getByRole("button", { name: /^Build version/ }).click();
  await page.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

type Release = { ticks: string[]; purpose: string; identity?: boolean };

/** For the officer of the story, who is named: the ticked exhibits, or every one when none is ticked. */
async function grantRelease(page: Page, caseId: string, { ticks, purpose, identity }: Release): Promise<void> {
  await page.goto(`/cases/${caseId}/releases`);
  const form = page.getByRole("form", { name: "Record a release" });
  if (!(await form.isVisible())) await page.getByText("Record a release").first().click();
  await form.getByLabel("Which office may receive it").selectOption({ label: "Investigating officer" });
  await form.getByLabel("Who may receive it").fill("SAPS Voorbeeldfontein");
  const which = ticks.length > 0 ? "Only those that I tick" : "Every exhibit of the case";
  await form.getByRole("radio", { name: which }).check();
  for (const tick of ticks) await form.getByRole("checkbox", { name: tick }).check();
  await form.getByRole("checkbox", { name: /Naledi Fictional/ }).check();
  if (identity) await form.getByRole("checkbox", { name: /who the client is/ }).check();
  await form.getByLabel("What for").fill(purpose);
  await form.getByLabel("Signed on").fill(daysAgo(2));
  await form.getByRole("button", { name: "Record the release" }).click();
  await expect(page.locator("main")).toContainText("Release recorded");
}

async function check(page: Page, number: string, word: string): Promise<void> {
  await page.getByLabel("Packet number").fill(number);
  await page.getByLabel("Check word").fill(word);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.locator("main")).toContainText(number);
}
