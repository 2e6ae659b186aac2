import { expect, type Page, test } from "@playwright/test";
import { ownerOf } from "../support/e2e";
import { unzip, unzipBytes } from "../support/zip";
import { alive } from "./support/alive";
import { answerDanger, openCase } from "./support/case";
import { addExhibits } from "./support/climb";
import { closeWindows, somebody, windowAs } from "./support/evidence";
import { download, expectListed, verifyFolder, writeFolder } from "./support/parts";

const wide = { width: 1440, height: 1000 };
const phone = { width: 390, height: 844 };

test.describe.configure({ mode: "serial" });
test.afterEach(closeWindows);

/** The case that the first test opens, with a note and a picture; the second takes it further. */
let caseId = "";

test("a caseworker drafts two briefings with the checklist beside the form, stops one and builds it again", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const page = await windowAs(browser, /Caseworker/);
  const main = page.locator("main");
  // No part of this name is a word that a packet prints.
  const client = { ...somebody(), name: `Nomvula Geheim${Date.now() % 100_000}` };
  caseId = await openCase(page, `Weaver ${Date.now() % 100_000}`, { client });
  await test.step("while nobody has said whether there is danger, every page on the way to a packet leads there", async () => {
    for (const path of ["", "/incidents", "/packets/new", "/packets/new/docket_pack"]) {
      await page.goto(`/cases/${caseId}${path}`);
      await expect(main).toContainText("Is there imminent danger? Nobody has said yet.");
    }
    await main.getByRole("link", { name: "Assess the danger" }).click();
    await expect(page).toHaveURL(/\/danger#question$/);
    await main.getByRole("button", { name: "Save the answer" }).click();
    await expect(main).toContainText("Choose one answer.");
  });
  await answerDanger(page, caseId);
  await addExhibits(page, caseId, ["note.txt", "photo.jpg"]);
  await page.setViewportSize(wide);

  await test.step("the kinds say what they are for, and what the case has for them", async () => {
    await page.goto(`/cases/${caseId}/packets`);
    await expect(main).toContainText("No packet yet");
    await main.getByRole("link", { name: "Draft a packet" }).click();
    const interpol = main.getByRole("region", { name: "INTERPOL briefing" });
    await expect(interpol).toContainText("Only a National Central Bureau can send a message");
    await expect(interpol).toContainText("Level 4");
    await expect(interpol.getByRole("link", { name: "A valid release names an officer of a receiver" })).toBeVisible();
    await main
      .getByRole("region", { name: "Refusal complaint pack" })
      .getByRole("link", { name: /^Draft/ })
      .click();
    await expect(main).toContainText("No refusal is logged");
    await page.goto(`/cases/${caseId}/packets/new?kind=interpol_briefing`);
    await expect(page).toHaveURL(/\/packets\/new\/interpol_briefing$/);
  });

  await test.step("the checklist follows what is typed, one question at a time", async () => {
    const flights = countFlights(page);
    await expect(main.getByLabel("National Central Bureau")).toHaveValue("INTERPOL NCB Pretoria");
    const link = page.locator('.livecheck a[href="#draft-screened"]');
    await link.click();
    await expect(page.locator("#draft-screened")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(link).toHaveCount(0);
    await main.getByLabel("Stage").pressSequentially("Investigation. Nobody is charged.", { delay: 40 });
    await main.getByRole("radio", { name: "No person under 18 appears" }).check();
    await expect(page.locator('.livecheck a[href="#draft-minors"]')).toHaveCount(0);
    expect(flights.most()).toBe(1);
    expect(flights.all()).toBeLessThan(8);
    await noSidewaysScroll(page);
  });

  await test.step("what was typed survives a mistake", async () => {
    await main.getByLabel("Investigating officer").fill("");
    await main.getByLabel("National Central Bureau").fill("");
    await main.getByRole("button", { name: /^Build version/ }).click();
    await expect(main).toContainText("Name at least one receiver by role.");
    await expect(main.getByLabel("Stage")).toHaveValue("Investigation. Nobody is charged.");
    await expect(main.getByRole("radio", { name: "No person under 18 appears" })).toBeChecked();
    await main.getByLabel("National Central Bureau").fill("INTERPOL NCB Pretoria");
  });

  await test.step("the building is stopped, nothing is kept, and it is tried again", async () => {
    await whileNoPacketIsStored(async () => {
      await main.getByRole("button", { name: /^Build version/ }).click();
      await page.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
      await main.getByRole("button", { name: "Stop building" }).click();
      await expect(main).toContainText(/Stopping at the next step|Nothing was saved from this build/);
    });
    await expect(main).toContainText("Nothing was saved from this build", { timeout: 60_000 });
    await expect(main.getByRole("link", { name: /^Download/ })).toHaveCount(0);
    await main.getByRole("button", { name: "Try again" }).click();
    await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });
  });

  await test.step("its parts are taken, one by one and as a folder", async () => {
    const served = await download(page, "Download the served part");
    expect(served.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(served.name).toMatch(/^CD-\d\d-\d{4}-P1-v1\.pdf$/);
    const folder = await download(page, "Everything as one folder (.zip)");
    expect(folder.name).toMatch(/-P1-v1\.zip$/);
    expect([...unzip(folder.bytes).keys()]).toContain(served.name);
    await noSidewaysScroll(page);
  });

  await test.step("on a phone the checklist is a bar that opens, and leads to the field", async () => {
    await page.setViewportSize(phone);
    await page.goto(`/cases/${caseId}/packets/new/preservation_briefing`);
    await noSidewaysScroll(page);
    const bar = page.locator(".livecheck");
    await alive(bar);
    const link = bar.locator('a[href="#draft-secrecy"]');
    await expect(link).toBeHidden();
    await bar.getByRole("heading", { name: "Preflight" }).click();
    await link.click();
    await expect(main.getByLabel("Reason for secrecy")).toBeFocused();
    await expect(bar).not.toHaveAttribute("open");
    await page.keyboard.type("The subject deletes accounts as soon as he is told.");
    await expect(link).toHaveCount(0);
    await main.getByText("Somebody is in danger now", { exact: true }).click();
    await expect(main).toContainText("10111");
    await main.getByRole("radio", { name: "No person under 18 appears" }).check();
    await main.getByRole("button", { name: /^Build version/ }).click();
    await page.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
    await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });
    await noSidewaysScroll(page);
  });

  await test.step("both stand in the list of the case, and in the register by kind", async () => {
    await page.goto(`/cases/${caseId}/packets`);
    for (const name of ["INTERPOL briefing", "Preservation and emergency-disclosure briefing"]) {
      await expect(main.getByRole("heading", { name })).toBeVisible();
    }
    await expect(main.getByRole("region", { name: "Not drafted yet" })).toContainText("Docket pack");
    await page.goto("/packets?kind=preservation_briefing");
    await expect(main.locator("tbody tr").first()).toContainText("Preservation briefing");
    await expect(main.locator("tbody")).not.toContainText("MLA pre-request dossier");
  });

  await test.step("without script the list is as “Check first” answers it", async () => {
    const state = await page.context().storageState();
    const plain = await browser.newContext({ storageState: state, javaScriptEnabled: false, viewport: phone });
    const still = await plain.newPage();
    await still.goto(new URL(`/cases/${caseId}/packets/new/docket_pack`, page.url()).href);
    await still.getByLabel("Stage").fill("Investigation.");
    await still.getByRole("button", { name: "Check first" }).click();
    await expect(still.locator("main")).toContainText("Checked:");
    await expect(still.getByLabel("Stage")).toHaveValue("Investigation.");
    await plain.close();
  });
});

test("a dossier has every part, and its folder says that it is whole, and then that it is not", async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await windowAs(browser, /Caseworker/);
  const main = page.locator("main");
  await page.goto(`/cases/${caseId}/packets/new/mla_dossier`);
  await main.getByLabel("Stage").fill("Investigation. Nobody is charged.");
  await main.getByRole("radio", { name: /nothing military or political/ }).check();
  await main.getByRole("radio", { name: "No person under 18 appears" }).check();
  await main.getByRole("button", { name: /^Build version/ }).click();
  await page.waitForURL(/\/packets\/[0-9a-f-]{36}$/);
  await expect(main).toContainText("Waiting for approval", { timeout: 120_000 });

  await test.step("each part is the file that the manifest names", async () => {
    const manifest = await download(page, "Download the manifest");
    const beside = {
      served: "served part",
      annex: "sealed annex",
      request: "letter of request",
      case_uco: "case/uco data",
    };
    for (const [part, label] of Object.entries({ ...beside, verifier: "verifier" })) {
      expectListed(manifest, part, await download(page, `Download the ${label}`));
    }
    // It stays with the sender, so the manifest that travels does not name it.
    const sender = await download(page, "Download the sender’s copy");
    expect(manifest.bytes.toString()).not.toContain(sender.name);
    await expect(main.getByRole("link", { name: "Download the signature of the manifest" })).toHaveCount(0);
  });

  await test.step("the verifier of the folder finds all of it, and the one changed byte", async () => {
    const files = unzipBytes((await download(page, "Everything as one folder (.zip)")).bytes);
    expect([...files.keys()].filter((name) => /-(annex|sender)\.pdf$/.test(name))).toEqual([]);
    const verifier = await (await browser.newContext({ offline: true })).newPage();
    expect(await verifyFolder(verifier, writeFolder(files))).toContain("Not approved: do not act on it");
    const [name, bytes] = [...files].find(([path]) => path.endsWith("case-uco.jsonld")) ?? ["", Buffer.of()];
    const changed = Buffer.from(bytes);
    changed[40] = (changed[40] ?? 0) ^ 1;
    const message = await verifyFolder(verifier, writeFolder(new Map([...files, [name, changed]])));
    expect(message).toContain("Do not use this packet");
    expect(message).toContain(name);
  });
});

/** How many questions to the checklist were on their way at the same time, at most. */
function countFlights(page: Page) {
  let now = 0;
  let most = 0;
  let all = 0;
  const mine = (url: string) => url.includes("/api/packets/check/");
  page.on("request", (request) => {
    if (!mine(request.url())) return;
    now += 1;
    all += 1;
    most = Math.max(most, now);
  });
  const over = (request: { url: () => string }) => {
    if (mine(request.url())) now -= 1;
  };
  page.on("requestfinished", over);
  page.on("requestfailed", over);
  return { most: () => most, all: () => all };
}

/** Any number that nothing else takes for a lock. */
const hold = 20_261_129;

/**
 * No new key of a packet can be kept meanwhile in this organisation, so no building of it comes to its end before it is
 * stopped. The worker waits while it holds nothing that the page or the stopping needs, and longer than other locks are
 * waited for; what else is kept, here and by the tests beside this one, goes on.
 */
async function whileNoPacketIsStored(act: () => Promise<void>): Promise<void> {
  const owner = await ownerOf("demo");
  try {
    const [org] = await owner<{ id: string }[]>`
      select org_id as id from auth.logins group by 1 order by count(*) desc limit 1`;
    await owner`select pg_advisory_lock(${hold})`;
    await owner.unsafe(`
      create function app.hold_packet_key() returns trigger language plpgsql set lock_timeout = 0 as $$
        begin perform pg_advisory_xact_lock_shared(${hold}); return new; end $$;
      create trigger hold_packet_key before insert on app.data_keys for each row
        when (new.org_id = '${org?.id}' and new.purpose = 'packet') execute function app.hold_packet_key()`);
    try {
      await act();
    } finally {
      await owner`select pg_advisory_unlock(${hold})`;
      await owner.unsafe("drop function app.hold_packet_key cascade");
    }
  } finally {
    await owner.end();
  }
}

async function noSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
