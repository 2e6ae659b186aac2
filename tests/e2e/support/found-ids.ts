import { expect, type Page } from "@playwright/test";
import { originOf } from "../../support/e2e";
import { recordingBytes } from "../../support/recording-bytes";

const origin = originOf("demo");

/** An exhibit of the case that can be masked: a picture, or a paper with pages. */
export async function pictureOf(supervisor: Page, caseId: string): Promise<string> {
  await supervisor.goto(`/cases/${caseId}/evidence`);
  const shape = /\/evidence\/([0-9a-f-]{36})$/;
  const links = await supervisor
    .locator("main a[href]")
    .evaluateAll((all) => all.map((element) => element.getAttribute("href")));
  for (const link of new Set(links)) {
    const id = link?.match(shape)?.[1];
    if (!id) continue;
    await supervisor.goto(`/cases/${caseId}/evidence/${id}`);
    const download = supervisor.getByRole("link", { name: "Copy without metadata" });
    if ((await download.count()) > 0) return id;
  }
  throw new Error("No exhibit of this case is a picture.");
}

/** The stamp of the test's own time authority, once its job has asked for it. */
export async function stampOf(supervisor: Page, exhibit: string): Promise<string> {
  let id = "";
  await expect(async () => {
    id = await idBehind(supervisor, exhibit, /\/stamps\/([0-9a-f-]{36})$/);
  }).toPass({ timeout: 45_000 });
  return id;
}

/** An export of a chat that is an exhibit, read. */
export async function readChat(supervisor: Page, caseId: string): Promise<{ importId: string; textId: string }> {
  const bytes = Buffer.from("30/12/2021, 10:00 - Sam: a message of this case\n");
  const { request } = supervisor.context();
  const data = {
    ...announcement(caseId),
    fileName: "chat.txt",
    fileType: "text/plain",
    method: "native_export",
    size: bytes.byteLength,
  };
  const announced = await request.post(`${origin}/api/evidence/announce`, { headers: { origin }, data });
  const { id } = (await announced.json()) as { id: string };
  const headers = { origin, "content-type": "application/octet-stream" };
  const kept = await request.put(`${origin}/api/evidence/${id}`, { headers, data: bytes });
  expect(kept.status()).toBe(201);
  await supervisor.goto(`/cases/${caseId}/evidence/chats`);
  await supervisor.getByRole("button", { name: "Read it" }).click();
  await supervisor.waitForURL(/\/chats\/[0-9a-f-]{36}$/);
  const { exhibitId: textId } = (await kept.json()) as { exhibitId: string };
  return { importId: supervisor.url().split("/").at(-1) ?? "", textId };
}

/** A film that is an exhibit, once the sandbox has found that it is one. */
export async function addFilm(supervisor: Page, caseId: string): Promise<string> {
  const bytes = await recordingBytes("film.webm");
  const { request } = supervisor.context();
  const data = { ...announcement(caseId), fileName: "film.webm", fileType: "video/webm", size: bytes.byteLength };
  const announced = await request.post(`${origin}/api/evidence/announce`, { headers: { origin }, data });
  const { id } = (await announced.json()) as { id: string };
  const headers = { origin, "content-type": "application/octet-stream" };
  const kept = await request.put(`${origin}/api/evidence/${id}`, { headers, data: bytes });
  const { exhibitId } = (await kept.json()) as { exhibitId: string };
  await supervisor.goto(`/cases/${caseId}/evidence/${exhibitId}`);
  await expect(supervisor.getByRole("button", { name: "Play it here" })).toBeVisible({ timeout: 45_000 });
  return exhibitId;
}

/** The id in the first link of a page that has this form. */
export async function idBehind(page: Page, list: string, shape: RegExp, named?: string): Promise<string> {
  await page.goto(list);
  const links = page.locator("main a[href]");
  const first = (named ? links.filter({ hasText: named }) : links).first();
  await expect(first).toBeVisible();
  for (const link of await (named ? links.filter({ hasText: named }) : links).all()) {
    const id = (await link.getAttribute("href"))?.match(shape)?.[1];
    if (id) return id;
  }
  throw new Error(`${list} has no link of the form ${shape}.`);
}

/** What is said of a file before it is sent. */
export function announcement(caseId: string) {
  return {
    caseId,
    fileName: "invented.gif",
    fileType: "image/gif",
    size: 43,
    description: "Announced and never sent",
    method: "screenshot",
    howObtained: "received_by_client",
  };
}

/** A list of one row that was brought in and read. */
export async function bringList(supervisor: Page): Promise<string> {
  const headers = { origin, "content-type": "application/octet-stream", "x-file-name": "list.csv" };
  const { request } = supervisor.context();
  const kept = await request.put(`${origin}/api/imports`, { headers, data: "Matter\r\nA matter of nobody\r\n" });
  expect(kept.status()).toBe(201);
  const { id } = (await kept.json()) as { id: string };
  await expect(async () => {
    expect((await request.get(`${origin}/cases/import/${id}/rows/2`)).status()).toBe(200);
  }).toPass({ timeout: 30_000 });
  return id;
}

/** An entry of the directory of bodies, and a list of one row that needs correction. */
export async function keepDirectory(supervisor: Page): Promise<{ bodyRef: string; bodyListId: string }> {
  await supervisor.goto("/bodies/new");
  await supervisor.getByLabel("Kind").selectOption({ label: "Court" });
  await supervisor.getByLabel("Country").selectOption({ label: "South Africa" });
  await supervisor.getByLabel("Name", { exact: true }).fill("Voorbeeld court of the ids");
  await supervisor.getByLabel("Source").fill("courts.example");
  await supervisor.getByLabel("How sure").selectOption({ label: "Read in the primary text" });
  await supervisor.getByRole("button", { name: "Add to the directory" }).click();
  await supervisor.waitForURL(/\/bodies\/[0-9a-f-]{36}$/);
  const bodyRef = supervisor.url().split("/").at(-1) ?? "";
  await supervisor.goto("/bodies/import");
  const file = { name: "bodies.csv", mimeType: "text/csv", buffer: Buffer.from("Name,Country\r\nNowhere,ZA\r\n") };
  await supervisor.getByLabel("File").setInputFiles(file);
  await supervisor.getByRole("button", { name: "Read the file" }).click();
  await supervisor.waitForURL(/\/bodies\/import\/[0-9a-f-]{36}$/);
  return { bodyRef, bodyListId: supervisor.url().split("/").at(-1) ?? "" };
}

/** The complete folder of a case, made; whoever asked proved a moment ago who they are. */
export async function makeFolder(supervisor: Page, caseId: string): Promise<string> {
  await supervisor.goto(`/cases/${caseId}/export`);
  await supervisor.getByLabel("Why").fill("To look for its address");
  const proof = supervisor.getByLabel("Confirm it is you");
  if ((await proof.count()) > 0) await proof.check();
  await supervisor.getByRole("button", { name: "Make the folder" }).click();
  const form = supervisor
    .locator("form", { has: supervisor.getByRole("button", { name: "Download the folder" }) })
    .first();
  await expect(form).toBeVisible({ timeout: 60_000 });
  return (await form.getAttribute("action"))?.split("/").at(-1) ?? "";
}
