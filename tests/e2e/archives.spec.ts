import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { drawPhoto } from "../support/draw-screens";
import { waczOf } from "../support/wacz-file";
import { openCase } from "./support/case";
import { closeWindows, openSheet, somebody, windowAs } from "./support/evidence";

test.afterEach(closeWindows);

const post = "https://site.example/post/1";

test("a web archive is opened to its page, its digests are read, and a smaller copy of a picture is shown as one", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const worker = await windowAs(browser, /^Caseworker/);
  const main = worker.locator("main");
  const caseId = await openCase(worker, `Coucal ${Date.now() % 100_000}`, { client: somebody() });
  const evidence = `/cases/${caseId}/evidence`;
  const photo = await drawPhoto(41);
  const smaller = await sharp(photo).resize({ width: 640 }).jpeg({ quality: 70 }).toBuffer();
  await worker.goto(evidence);
  await add(worker, [
    { name: "saved.wacz", mimeType: "application/wacz", buffer: await archive() },
    { name: "photo.jpg", mimeType: "image/jpeg", buffer: photo },
    { name: "forwarded.jpg", mimeType: "image/jpeg", buffer: smaller },
  ]);

  await test.step("the archive says what it is, whether its digests match, and that nobody signed it", async () => {
    await open(worker, evidence, "E-01");
    await expect(async () => {
      await worker.reload();
      await expect(main).toContainText("Digests match: yes.", { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(main).toContainText("Signature: none. Anybody could have made or changed this archive.");
    await expect(main).toContainText(post);
    await expect(main).toContainText("data.warc.gz");
  });

  await test.step("the smaller picture is a near copy, and neither is merged or removed", async () => {
    await open(worker, evidence, "E-03");
    await expect(async () => {
      await worker.reload();
      await expect(main).toContainText("Looks like", { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(main).toContainText("this one is smaller");
    await worker.goto(evidence);
    await expect(main).toContainText("3 exhibits");
  });
});

function archive(): Promise<Buffer> {
  const body =
    "<!doctype html><title>Post</title><h1>I know your street</h1><img src='https://away.example/pixel.png'>";
  return waczOf({
    recorded: [{ url: post, type: "text/html", body }],
    pages: [{ url: post, ts: "2026-11-20T10:00:00Z", title: "Post" }],
  });
}

type File = { name: string; mimeType: string; buffer: Buffer };

async function add(worker: Page, files: File[]): Promise<void> {
  const form = await openSheet(worker);
  await form.getByLabel("Choose files").setInputFiles(files);
  await form.locator("[name=description]").fill("What he posted");
  await form.getByLabel("How it was captured").selectOption({ label: "Saved web page" });
  await form.getByLabel("How it was obtained").selectOption({ index: 1 });
  await form.getByRole("button", { name: `Upload ${files.length} files` }).click();
  await expect(form.getByText("Hash the same on both sides")).toHaveCount(files.length, { timeout: 60_000 });
}

async function open(worker: Page, evidence: string, label: string): Promise<void> {
  await worker.goto(evidence);
  await worker.getByRole("link", { name: `Open exhibit ${label}` }).click();
  await worker.waitForURL(/\/evidence\/[0-9a-f-]{36}/);
}
