import { expect, type Locator, type Page } from "@playwright/test";
import { readNote } from "@/lib/documents/papers/voice/rules";
import { flatPagesOf, qpdfComplaints } from "../../support/pdf";
import { unzip } from "../../support/zip";

type Draft = { template: string; signer?: RegExp };

/** Drafts a paper, answers what its rules ask for, and stops there: a draft that lacks nothing but a person's word. */
export async function draftPaper(page: Page, caseId: string, { template, signer }: Draft): Promise<string> {
  await page.goto(`/cases/${caseId}/documents/new?template=${template}`);
  const form = page.locator("main").getByRole("form", { name: "Draft a document" });
  if (signer) await form.getByRole("radio", { name: signer }).check();
  await tickThatItIsMe(form);
  await form.getByRole("button", { name: "Draft this document" }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}?edit`);
  const words = page.getByRole("form", { name: "Text of the document" });
  for (const piece of await words.locator(".piece", { hasText: "Needed before the document is final" }).all()) {
    await answer(piece);
  }
  await readAloud(words);
  await words.getByRole("button", { name: "Save", exact: true }).click();
  await expect(words.getByRole("status")).toContainText("Saved");
  await page.goto(path);
  return path;
}

/** In the demonstration a tick is the proof: asked for where a paper names the client, and once within five minutes. */
export async function tickThatItIsMe(form: Locator): Promise<void> {
  const tick = form.getByLabel("Confirm it is you");
  if (await tick.isVisible()) await tick.check();
}

async function answer(piece: Locator): Promise<void> {
  const choice = piece.locator("select");
  if (await choice.count()) {
    if (!(await choice.inputValue())) await choice.selectOption({ index: 1 });
    return;
  }
  const box = piece.getByRole("textbox");
  if (!(await box.inputValue())) await box.fill("As I said it on the day, in my own words.");
}

/** The sentences that were turned into the first person, read with the client: the note behind each is taken out. */
export async function readAloud(words: Locator): Promise<void> {
  for (const box of await words.locator("textarea[name^='text.']").all()) {
    const text = await box.inputValue();
    if (text.includes(readNote)) await box.fill(text.replace(readNote, "").trimEnd());
  }
}

export async function makeFinal(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make it final" }).click();
  await expect(page.locator("#state")).toContainText("Final since");
}

/** Both forms of a paper as their receiver opens them: the PDF whole, the DOCX a package with the same words. */
export async function printedWords(page: Page, path: string): Promise<{ pdf: string; docx: string }> {
  const id = path.split("/").at(-1);
  const bytes = new Uint8Array(await (await page.request.get(`/api/documents/${id}/pdf`)).body());
  expect(qpdfComplaints(bytes) ?? []).toEqual([]);
  const docx = await (await page.request.get(`/api/documents/${id}/docx`)).body();
  return { pdf: (await flatPagesOf(bytes)).join("\n"), docx: wordsOfDocx(docx) };
}

function wordsOfDocx(bytes: Buffer): string {
  const body = unzip(bytes).get("word/document.xml") ?? "";
  return body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}
