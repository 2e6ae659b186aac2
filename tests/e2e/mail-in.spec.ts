import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { expect, test } from "@playwright/test";
import { dataDirOf } from "../support/e2e";
import { mailOf, office } from "../support/mail-text";
import { openCase } from "./support/case";
import { closeWindows, somebody } from "./support/evidence";
import { plantTeam } from "./support/own-team";

const run = randomInt(10_000, 99_999);

test.afterEach(closeWindows);

test("a station's reply comes in by the pipe, and the caseworker files it with its attachment, on a phone", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const worker = await (await plantTeam(`Mail Test Trust ${run}`))(browser, "caseworker");
  const caseId = await openCase(worker, `Cisticola ${run}`, { client: somebody() });
  await worker.setViewportSize({ width: 390, height: 844 });

  await worker.goto(`/cases/${caseId}/letters`);
  await worker.locator("#reply-address summary").click();
  const form = worker.getByRole("form", { name: "Make a reply address" });
  await form.getByLabel("Whom you give it to").fill("Fictional Road station");
  await form.getByLabel("Their e-mail addresses").fill(office);
  await form.getByRole("button", { name: "Make the address" }).click();
  const shown = form.getByText(/^inbox\+\w{27}@post\.example$/);
  await expect(shown).toBeVisible();
  const to = (await shown.textContent()) ?? "";

  const attachment = Buffer.from(`%PDF-1.4\nletter ${run}`);
  const raw = mailOf({ to, subject: `Docket ${run}`, text: "The docket is open.", checks: "", attachment });
  expect(await pipe(raw)).toBe(0);
  expect(await pipe(raw)).toBe(0);

  await worker.goto("/mail");
  await worker.getByRole("link", { name: new RegExp(`Docket ${run}`) }).click();
  const main = worker.locator("main");
  await expect(main).toContainText("Why it was not filed by itself");
  await expect(main).toContainText("our mail server noted no check that we trust");
  await main.getByRole("button", { name: "File as a letter" }).click();
  await expect(main).toContainText("On the register of letters as IN-1");
  await main.getByRole("button", { name: "File 1 as evidence" }).click();
  await expect(main.getByRole("link", { name: "Evidence, as E-01" })).toBeVisible();
  expect(await main.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await main.getByRole("link", { name: "IN-1" }).click();
  await expect(worker.locator("#IN-1")).toContainText(`Docket ${run}`);
});

/** As a mail server hands over a mail; gives the exit code. */
function pipe(raw: Buffer): Promise<number> {
  const env = {
    ...process.env,
    DATA_DIR: dataDirOf("demo"),
    MAIL_IN_ADDRESS: "inbox@post.example",
    MAIL_IN_AUTHSERV: "mx.post.example",
    OPEN_FILES: "node",
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["bin/mail-in.mjs", "--demo"], { env }, (error) => {
      resolve(error ? Number(error.code ?? 1) : 0);
    });
    child.stdin?.end(raw);
  });
}
