import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page } from "@playwright/test";
import { sha256 } from "@/lib/platform/crypto/crypto";

export type Taken = { name: string; bytes: Buffer };

/** Takes what a link of the page gives, as a person who clicks it. */
export async function download(page: Page, name: string | RegExp): Promise<Taken> {
  const coming = page.waitForEvent("download");
  await page.locator("main").getByRole("link", { name, exact: true }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What the manifest says of a file, by the name of its part. */
function listed(manifest: Taken, part: string): { name: string; sha256: string } | undefined {
  return JSON.parse(manifest.bytes.toString()).parts.find((candidate: { part: string }) => candidate.part === part);
}

/** The file is the one that the manifest names, byte for byte. */
export function expectListed(manifest: Taken, part: string, taken: Taken): void {
  expect(listed(manifest, part)).toMatchObject({ name: taken.name, sha256: sha256(taken.bytes).toString("hex") });
}

export function writeFolder(files: ReadonlyMap<string, Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-folder-"));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** Opens the verifier that lies in the folder, from the disk and without a network, and gives it that folder. */
export async function verifyFolder(page: Page, folder: string): Promise<string> {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) asked.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, "verify.html")).href);
  await page.locator("#folder").setInputFiles(folder);
  await page.locator("#result").waitFor({ timeout: 60_000 });
  expect(asked).toEqual([]);
  return (await page.locator("#result").textContent()) ?? "";
}
