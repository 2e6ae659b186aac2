import { randomInt } from "node:crypto";
import { expect, test } from "@playwright/test";
import { mailOf } from "../support/mail-text";
import { faultsOf } from "./support/accessible";
import { openCase } from "./support/case";
import { closeWindows, somebody } from "./support/evidence";
import { handOver, makeReplyAddress } from "./support/incoming-mail";
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

  const to = await makeReplyAddress(worker, caseId);
  const attachment = Buffer.from(`%PDF-1.4\nletter ${run}`);
  const raw = mailOf({ to, subject: `Docket ${run}`, text: "The docket is open.", checks: "", attachment });
  expect(await handOver(raw)).toBe(0);
  expect(await handOver(raw)).toBe(0);

  await worker.goto("/mail");
  await worker.getByRole("link", { name: new RegExp(`Docket ${run}`) }).click();
  const main = worker.locator("main");
  await expect(main).toContainText("Why it was not filed by itself");
  await expect(main).toContainText("our mail server noted no check that we trust");
  expect(await faultsOf(worker)).toEqual([]);
  await main.getByRole("button", { name: "File as a letter" }).click();
  await expect(main).toContainText("On the register of letters as IN-1");
  await main.getByRole("button", { name: "File 1 as evidence" }).click();
  await expect(main.getByRole("link", { name: "Evidence, as E-01" })).toBeVisible();
  expect(await main.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await main.getByRole("link", { name: "IN-1" }).click();
  await expect(worker.locator("#IN-1")).toContainText(`Docket ${run}`);
});
