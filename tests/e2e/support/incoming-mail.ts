import { execFile } from "node:child_process";
import { expect, type Page } from "@playwright/test";
import { dataDirOf } from "../../support/e2e";
import { mailOf, office } from "../../support/mail-text";
import { idBehind } from "./found-ids";

/** Makes a reply address of a case for a station, on the page of its letters. */
export async function makeReplyAddress(worker: Page, caseId: string): Promise<string> {
  await worker.goto(`/cases/${caseId}/letters`);
  await worker.locator("#reply-address summary").click();
  const form = worker.getByRole("form", { name: "Make a reply address" });
  await form.getByLabel("Whom you give it to").fill("Fictional Road station");
  await form.getByLabel("Their e-mail addresses").fill(office);
  await form.getByRole("button", { name: "Make the address" }).click();
  const shown = form.getByText(/^inbox\+\w{27}@post\.example$/);
  await expect(shown).toBeVisible();
  return (await shown.textContent()) ?? "";
}

/** As a mail server hands over a mail; gives the exit code. */
export function handOver(raw: Buffer): Promise<number> {
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

/** A mail that answers the case and waits, because nobody confirmed its sender. */
export async function bringMail(worker: Page, caseId: string): Promise<string> {
  const to = await makeReplyAddress(worker, caseId);
  expect(await handOver(mailOf({ to, subject: "A mail that another organisation looks for", checks: "" }))).toBe(0);
  return idBehind(worker, "/mail", /\/mail\/([0-9a-f-]{36})$/, "another organisation looks for");
}
